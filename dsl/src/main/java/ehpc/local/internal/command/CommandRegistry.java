package ehpc.local.internal.command;

import ehpc.local.LocalServiceException;
import ehpc.local.internal.exec.Execution;
import ehpc.local.internal.exec.Exit;
import ehpc.local.internal.exec.NodeMachines;
import ehpc.local.internal.exec.RequestedCommand;
import ehpc.local.internal.world.Ids;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** All commands of a world, old and running. Thread-safe. */
public final class CommandRegistry implements AutoCloseable {

    private static final String SERVICE_ENDED = "the local service ended before the command did";

    private static final System.Logger LOG = System.getLogger("ehpc.local");

    private final Path directory;
    private final World world;
    private final NodeMachines machines;
    private final List<InvokedCommand> all = new CopyOnWriteArrayList<>();
    private final ExecutorService starter = Executors.newSingleThreadExecutor(CommandRegistry::daemon);
    private volatile boolean closed;

    /** The commands that the directory has; one that was running when a service ended has been killed. */
    public CommandRegistry(Path directory, World world, NodeMachines machines) {
        this.directory = directory;
        this.world = world;
        this.machines = machines;
        try {
            Files.createDirectories(directory);
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(f -> f.toString().endsWith(".jsonl"))
                        .sorted()
                        .map(InvokedCommand::open)
                        .forEach(all::add);
            }
        } catch (IOException e) {
            throw new LocalServiceException("cannot use " + directory + ": " + e.getMessage(), e);
        }
        endAll();
    }

    /**
     * Takes a command on and returns before it runs.
     *
     * @param targets not empty
     * @param dying a target that dies as the command runs there
     * @param looksUntilListed how many looks at the list do not find it
     */
    public synchronized InvokedCommand invoke(
            String clusterId,
            List<Node> targets,
            RequestedCommand command,
            Optional<Node> dying,
            int looksUntilListed) {
        long nth = all.size() + 1L;
        var facts = new CommandFacts(
                Ids.command(nth),
                clusterId,
                command.text(),
                command.workingDirectory(),
                (int) command.timeout().toSeconds(),
                targets.stream().map(Node::id).toList());
        var invoked = InvokedCommand.create(
                facts, directory.resolve(String.format(Locale.ROOT, "%08d.jsonl", nth)), looksUntilListed);
        all.add(invoked);
        starter.execute(() -> targets.forEach(
                n -> begin(invoked, n, command, dying.filter(n::equals).isPresent())));
        return invoked;
    }

    /** Returns a cluster's commands that a look at the list finds, the newest first. */
    public List<InvokedCommand> look(String clusterId) {
        List<InvokedCommand> found = new ArrayList<>(all.stream()
                .filter(c -> c.facts().clusterId().equals(clusterId))
                .filter(InvokedCommand::looked)
                .toList());
        Collections.reverse(found);
        return found;
    }

    public Optional<InvokedCommand> find(String clusterId, String commandId) {
        return all.stream()
                .filter(c -> c.facts().clusterId().equals(clusterId)
                        && c.facts().id().equals(commandId))
                .findFirst();
    }

    /** Gives a node another status than running, and ends what runs there. */
    public void down(Node node, String status) {
        world.setStatus(node, status);
        all.forEach(c -> c.kill(node.id()));
    }

    /** Ends every command that still runs. */
    @Override
    public void close() {
        closed = true;
        starter.shutdownNow();
        machines.close();
        endAll();
    }

    private void begin(InvokedCommand invoked, Node node, RequestedCommand command, boolean dying) {
        try {
            if (world.running(node)) {
                start(invoked, node, command, dying);
            } else {
                invoked.end(Result.neverBegan(node.id(), notRunning(node), Instant.now()));
            }
        } catch (RuntimeException e) {
            // Without a result the node would run for ever. A closed service has told its results.
            if (!closed) {
                LOG.log(System.Logger.Level.ERROR, "a command failed in the local service", e);
                invoked.end(Result.neverBegan(node.id(), "the local service failed: " + e, Instant.now()));
            }
        }
    }

    private void start(InvokedCommand invoked, Node node, RequestedCommand command, boolean dying) {
        Execution execution = machines.start(node.id(), node.hostName(), command);
        invoked.started(node.id(), execution);
        if (dying) {
            down(node, "exception");
        } else if (!world.running(node)) {
            execution.kill();
        }
        execution.exit().thenAccept(exit -> invoked.end(ended(node, exit, dying)));
    }

    private Result ended(Node node, Exit exit, boolean dying) {
        // A node that dies reports nothing of its own, even if its command was faster.
        Exit seen = dying ? new Exit(Exit.Kind.KILLED, -1, exit.output(), exit.finishedAt()) : exit;
        return Result.of(node.id(), seen, closed ? SERVICE_ENDED : notRunning(node));
    }

    private String notRunning(Node node) {
        return "node " + node.hostName() + " must be running, is " + world.status(node);
    }

    private void endAll() {
        Instant now = Instant.now();
        all.forEach(c -> c.unfinished().forEach(n -> c.end(Result.killed(n, "", SERVICE_ENDED, now))));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ehpc-local-starter");
        thread.setDaemon(true);
        return thread;
    }
}
