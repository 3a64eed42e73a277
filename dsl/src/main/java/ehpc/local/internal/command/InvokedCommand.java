package ehpc.local.internal.command;

import ehpc.local.internal.exec.Execution;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A command and its results on each node. Thread-safe. */
public final class InvokedCommand {

    private record Ended(InvokeStatus status, CommandFile.Place place) {}

    private final CommandFacts facts;
    private final CommandFile file;
    private final AtomicInteger readsUntilListed;
    private final Map<String, Ended> ended;
    private final Map<String, Execution> running = new ConcurrentHashMap<>();

    private InvokedCommand(CommandFacts facts, CommandFile file, Map<String, Ended> ended, int readsUntilListed) {
        this.facts = facts;
        this.file = file;
        this.ended = ended;
        this.readsUntilListed = new AtomicInteger(readsUntilListed);
    }

    static InvokedCommand create(CommandFacts facts, Path path, int readsUntilListed) {
        return new InvokedCommand(facts, CommandFile.create(path, facts), new ConcurrentHashMap<>(), readsUntilListed);
    }

    static InvokedCommand open(Path path) {
        AtomicReference<CommandFacts> facts = new AtomicReference<>();
        Map<String, Ended> ended = new ConcurrentHashMap<>();
        CommandFile file = CommandFile.open(
                path, facts::set, (result, place) -> ended.put(result.node(), new Ended(result.status(), place)));
        return new InvokedCommand(facts.get(), file, ended, 0);
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
        return readsUntilListed.getAndUpdate(left -> Math.max(0, left - 1)) == 0;
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
