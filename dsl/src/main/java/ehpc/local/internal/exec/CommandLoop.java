package ehpc.local.internal.exec;

import ehpc.local.internal.exec.Exit.Kind;
import ehpc.local.internal.exec.HostProbe.Unavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * One thread that starts the commands of all nodes in order, reads their output and ends them. It outlives them, because the kernel kills
 * them with the thread that started them.
 */
final class CommandLoop implements AutoCloseable {

    /** The maximum number of running commands; others wait. More than the nodes of most services, as each command is a few processes. */
    static final int DEFAULT_RUNNING = 256;

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

    /** Long enough to cost nothing, short enough for a full pipe; ended commands are noticed at once. */
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long MOST_TO_CLOSE = TimeUnit.SECONDS.toMillis(15);

    private static final System.Logger LOG = System.getLogger("ehpc.local");

    private final Sandbox sandbox;
    private final NodeDirectories directories;
    private final int mostRunning;
    private final int outputLimit;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final Deque<PendingCommand> waiting = new ArrayDeque<>();
    /** Changed by the thread only, and read by others. */
    private final List<RunningCommand> running = new CopyOnWriteArrayList<>();

    private final Executor listeners;
    private final Queue<CompletableFuture<Void>> deletions = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::run, "ehpc-nodes");
    private final byte[] chunk = new byte[1 << 16];
    private boolean closed;
    private boolean ending;
    private long pause = SHORTEST_PAUSE;

    CommandLoop(Sandbox sandbox, NodeDirectories directories, int mostRunning, int outputLimit) {
        this.sandbox = sandbox;
        this.directories = directories;
        this.mostRunning = mostRunning;
        this.outputLimit = outputLimit;
        this.listeners = listeners();
        directories.removed().forEach(this::delete);
        thread.setDaemon(true);
        thread.start();
    }

    synchronized Execution submit(Machine machine, RequestedCommand command) {
        if (closed) {
            throw new IllegalStateException("the nodes are closed");
        }
        var invocation = new PendingCommand(machine, command, this::kill, listeners);
        events.add(() -> waiting.add(invocation));
        return invocation;
    }

    Optional<Path> directory(String nodeId) {
        return directories.find(nodeId);
    }

    /** Removes the files of a node, before commands that are submitted later start. */
    synchronized void erase(String nodeId) {
        if (!closed) {
            events.add(() -> directories.remove(nodeId).ifPresent(this::delete));
        }
    }

    private void delete(Path removed) {
        deletions.add(CompletableFuture.runAsync(() -> NodeDirectories.delete(removed), listeners));
        deletions.removeIf(CompletableFuture::isDone);
    }

    /** Whoever deletes the parent of all directories must not find them half deleted. */
    private void awaitDeletions() throws InterruptedException {
        try {
            CompletableFuture.allOf(deletions.toArray(CompletableFuture[]::new))
                    .get(MOST_TO_CLOSE, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(System.Logger.Level.WARNING, "files of deleted nodes remain", e);
        }
    }

    /** Returns the node by the launched process of each running command. */
    Map<Long, String> roots() {
        return running.stream()
                .collect(Collectors.toMap(
                        command -> command.process().pid(),
                        command -> command.invocation().machine().nodeId(),
                        (one, other) -> one));
    }

    /** Creates the directories of a machine. */
    synchronized CompletableFuture<NodeDirectory> prepare(Machine machine) {
        if (closed) {
            throw new IllegalStateException("the nodes are closed");
        }
        var prepared = new CompletableFuture<NodeDirectory>();
        events.add(() -> {
            try {
                prepared.complete(directories.prepare(machine));
            } catch (IOException | RuntimeException e) {
                prepared.completeExceptionally(e);
            }
        });
        return prepared;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            events.add(this::endAll);
        }
        try {
            thread.join(MOST_TO_CLOSE);
            awaitDeletions();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill(PendingCommand invocation) {
        events.add(() -> {
            if (waiting.remove(invocation)) {
                invocation.end(Kind.KILLED, -1, new byte[0]);
            }
            running.stream()
                    .filter(command -> command.invocation() == invocation)
                    .forEach(command -> command.end(Kind.KILLED, chunk));
        });
    }

    private void endAll() {
        ending = true;
        waiting.forEach(invocation -> invocation.end(Kind.KILLED, -1, new byte[0]));
        waiting.clear();
        running.forEach(command -> command.end(Kind.KILLED, chunk));
    }

    private void run() {
        try {
            while (!ending || !running.isEmpty()) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            giveUp();
        }
    }

    /** After a failure of this thread, no caller may wait forever. */
    private void giveUp() {
        synchronized (this) {
            closed = true;
        }
        events.forEach(Runnable::run);
        waiting.forEach(invocation -> invocation.end(Kind.KILLED, -1, new byte[0]));
        running.forEach(command -> {
            command.process().destroyForcibly();
            command.invocation().end(Kind.KILLED, -1, new byte[0]);
        });
    }

    private void step() throws InterruptedException {
        Runnable event = events.poll(pauseNow(), TimeUnit.NANOSECONDS);
        while (event != null) {
            event.run();
            pause = SHORTEST_PAUSE;
            event = events.poll();
        }
        finishEnded();
        startNext();
        boolean busy = false;
        for (RunningCommand command : running) {
            busy |= command.pump(chunk);
        }
        pause = busy ? 0 : Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, pause * 2));
        long now = System.nanoTime();
        running.forEach(command -> command.enforce(now, chunk));
    }

    private long pauseNow() {
        if (!waiting.isEmpty() && running.size() < mostRunning) {
            return 0;
        }
        long now = System.nanoTime();
        long nearest = running.stream()
                .mapToLong(command -> Math.max(0, command.deadline() - now))
                .min()
                .orElse(Long.MAX_VALUE);
        return running.isEmpty() ? Long.MAX_VALUE : Math.min(pause, nearest);
    }

    /** Starts one command at a time, so that running ones do not wait. */
    private void startNext() {
        if (waiting.isEmpty() || running.size() >= mostRunning) {
            return;
        }
        PendingCommand next = waiting.remove();
        Optional<String> problem = next.command().problem();
        if (problem.isPresent()) {
            next.neverStarted(problem.get());
            return;
        }
        try {
            NodeDirectory node = directories.prepare(next.machine());
            var command = new RunningCommand(next, sandbox, node, outputLimit);
            running.add(command);
            command.process().onExit().thenRun(() -> events.add(CommandLoop::wakeUp));
        } catch (IOException | Unavailable | RuntimeException e) {
            next.neverStarted("the command could not be started: " + e.getMessage());
        }
    }

    private static void wakeUp() {
        // Only wakes the thread: an ended command is recognized by its process.
    }

    /** Not the common pool: tasks that wait for a command could occupy all its threads. */
    private static Executor listeners() {
        var pool = new ThreadPoolExecutor(2, 2, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var thread = new Thread(task, "ehpc-nodes-listeners");
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Handles all ended commands at once, because a sandbox may scan all processes of the machine. */
    private void finishEnded() {
        List<RunningCommand> ended =
                running.stream().filter(command -> !command.process().isAlive()).toList();
        if (!ended.isEmpty()) {
            sandbox.sweep(ended.stream()
                    .map(command -> new Sandbox.Ended(command.process().pid(), command.launch()))
                    .toList());
            ended.forEach(command -> command.finish(chunk));
            running.removeAll(ended);
        }
    }
}
