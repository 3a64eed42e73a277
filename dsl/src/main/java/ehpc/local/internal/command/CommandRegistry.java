package ehpc.local.internal.command;

import ehpc.local.LocalServiceException;
import ehpc.local.internal.exec.Execution;
import ehpc.local.internal.exec.Exit;
import ehpc.local.internal.exec.Machine;
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

/** All commands of a service, ended and running. Thread-safe. */
public final class CommandRegistry implements AutoCloseable {

    private static final String SERVICE_ENDED = "the local service stopped before the command ended";

    private static final System.Logger LOG = System.getLogger("ehpc.local");

    private final Path directory;
    private final World world;
    private final NodeMachines machines;
    private final List<InvokedCommand> all = new CopyOnWriteArrayList<>();
    private final ExecutorService starter = Executors.newSingleThreadExecutor(CommandRegistry::daemon);
    private volatile boolean closed;

    /** Reads the commands in the directory; those that were running when a service stopped count as killed. */
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
            throw new LocalServiceException(directory + " cannot be read: " + e.getMessage(), e);
        }
        endAll();
    }

    /**
     * Accepts a command; returns before it runs.
     *
     * @param targets not empty
     * @param dying a target that fails while it runs the command
     * @param visibility the reads that find it
     */
    public synchronized InvokedCommand invoke(
            String clusterId,
            List<Node> targets,
            RequestedCommand command,
            Optional<Node> dying,
            Visibility visibility) {
        long nth = all.size() + 1L;
        var facts = new CommandFacts(
                Ids.command(nth),
                clusterId,
                command.text(),
                command.workingDirectory(),
                (int) command.timeout().toSeconds(),
                targets.stream().map(Node::id).toList());
        var invoked = InvokedCommand.create(
                facts, directory.resolve(String.format(Locale.ROOT, "%08d.jsonl", nth)), visibility);
        all.add(invoked);
        starter.execute(() -> targets.forEach(
                n -> begin(invoked, n, command, dying.filter(n::equals).isPresent())));
        return invoked;
    }

    /** Returns the listed commands of a cluster, the newest first; counts as a read of the list. */
    public List<InvokedCommand> list(String clusterId) {
        List<InvokedCommand> found = new ArrayList<>(all.stream()
                .filter(c -> c.facts().clusterId().equals(clusterId))
                .filter(InvokedCommand::listed)
                .toList());
        Collections.reverse(found);
        return found;
    }

    /** Returns a command; counts as a read of its status or results. */
    public Optional<InvokedCommand> find(String clusterId, String commandId) {
        return all.stream()
                .filter(c -> c.facts().clusterId().equals(clusterId)
                        && c.facts().id().equals(commandId))
                .findFirst()
                .filter(InvokedCommand::known);
    }

    /** Sets the status of a node that is not running any more, and ends its commands. */
    public void down(Node node, String status) {
        world.setStatus(node, status);
        endOn(List.of(node.id()));
    }

    /** Ends the commands on nodes that are not running any more. */
    public void endOn(List<String> nodeIds) {
        all.forEach(c -> nodeIds.forEach(c::kill));
    }

    /** Ends all running commands. */
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
                invoked.end(Result.notStarted(node.id(), notRunning(node), Instant.now()));
            }
        } catch (RuntimeException e) {
            // Without a result, the node would stay running. A closed service has recorded its results already.
            if (!closed) {
                LOG.log(System.Logger.Level.ERROR, "a command failed in the local service", e);
                invoked.end(Result.notStarted(node.id(), "the local service failed: " + e, Instant.now()));
            }
        }
    }

    private void start(InvokedCommand invoked, Node node, RequestedCommand command, boolean dying) {
        Execution execution = machines.start(
                new Machine(node.id(), node.hostName(), invoked.facts().clusterId()), command);
        invoked.started(node.id(), execution);
        if (dying) {
            down(node, "exception");
        } else if (!world.running(node)) {
            execution.kill();
        }
        execution.exit().thenAccept(exit -> invoked.end(ended(node, exit, dying)));
    }

    private Result ended(Node node, Exit exit, boolean dying) {
        // A failing node does not report its own result, even if the command was faster.
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
