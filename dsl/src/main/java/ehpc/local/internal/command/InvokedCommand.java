package ehpc.local.internal.command;

import ehpc.local.internal.exec.Execution;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** A command and its results on each node. Thread-safe. */
public final class InvokedCommand {

    private record Ended(InvokeStatus status, CommandFile.Place place) {}

    private final CommandFacts facts;
    private final CommandFile file;
    private final Visibility visibility;
    private final Map<String, Ended> ended;
    private final Map<String, Execution> running = new ConcurrentHashMap<>();

    private InvokedCommand(CommandFacts facts, CommandFile file, Map<String, Ended> ended, Visibility visibility) {
        this.facts = facts;
        this.file = file;
        this.ended = ended;
        this.visibility = visibility;
    }

    static InvokedCommand create(CommandFacts facts, Path path, Visibility visibility) {
        return new InvokedCommand(facts, CommandFile.create(path, facts), new ConcurrentHashMap<>(), visibility);
    }

    static InvokedCommand open(Path path) {
        AtomicReference<CommandFacts> facts = new AtomicReference<>();
        Map<String, Ended> ended = new ConcurrentHashMap<>();
        CommandFile file = CommandFile.open(
                path, facts::set, (result, place) -> ended.put(result.node(), new Ended(result.status(), place)));
        return new InvokedCommand(facts.get(), file, ended, Visibility.full());
    }

    public CommandFacts facts() {
        return facts;
    }

    public InvokeStatus status(String node) {
        Ended known = ended.get(node);
        return known == null ? InvokeStatus.RUNNING : known.status();
    }

    public InvokeStatus status() {
        return InvokeStatus.overall(
                facts.nodes().stream().map(this::status).distinct().toList());
    }

    /** Returns the result on a node; empty while it is running there. */
    public Optional<Result> result(String node) {
        return Optional.ofNullable(ended.get(node)).map(e -> file.read(e.place()));
    }

    /** Counts a read of the list of commands; returns whether it lists this command. */
    boolean listed() {
        return visibility.listed();
    }

    /** Counts a read of the status or the results; returns whether it finds this command. */
    boolean known() {
        return visibility.known();
    }

    /** Counts a read of the results; returns whether it includes that of a node. */
    public boolean reported(String node) {
        return visibility.reported(node, ended.containsKey(node));
    }

    /** The first result of a node counts. */
    void end(Result result) {
        ended.computeIfAbsent(result.node(), node -> new Ended(result.status(), file.append(result)));
        running.remove(result.node());
    }

    void started(String node, Execution execution) {
        running.put(node, execution);
    }

    void kill(String node) {
        Execution execution = running.get(node);
        if (execution != null) {
            execution.kill();
        }
    }

    List<String> unfinished() {
        return facts.nodes().stream().filter(n -> !ended.containsKey(n)).toList();
    }
}
