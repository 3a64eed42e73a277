package ehpc.local.internal.job;

import ehpc.local.internal.exec.Execution;
import ehpc.local.internal.exec.Exit;
import ehpc.local.internal.exec.Machine;
import ehpc.local.internal.exec.NodeMachines;
import ehpc.local.internal.exec.RequestedCommand;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A queue that runs tasks as commands of the nodes: in each queue by priority, then in the order of submission, without overtaking. A task
 * gets whole cores of its nodes. All state belongs to one thread.
 */
final class BuiltInQueue implements JobScheduler {

    private static final System.Logger LOG = System.getLogger("ehpc.local");

    /** The time until a node that stopped or started is noticed. */
    private static final long PAUSE_MILLIS = 500;

    private static final long MOST_TO_CLOSE_SECONDS = 15;

    /** No limit, in a form that a clock can add. */
    private static final Duration UNLIMITED = Duration.ofDays(36_500);

    /** Decides whether a queued task may start. */
    @FunctionalInterface
    interface Gate {
        /** Returns whether it may start now; empty if it never will. */
        Optional<Boolean> allows(Job job, JobTask task);
    }

    private record Key(long number, int index) {}

    private record Waiting(Job job, JobTask task, int priority) {

        static final Comparator<Waiting> ORDER = Comparator.comparingInt(Waiting::priority)
                .reversed()
                .thenComparing(waiting -> waiting.job().number())
                .thenComparing(waiting -> waiting.task().index());

        Key key() {
            return new Key(job.number(), task.index());
        }
    }

    private static final class Running {

        private final Job job;
        private final List<Node> nodes;
        private JobTask task;
        private Execution execution;
        private TaskEnd reason = TaskEnd.SERVICE_STOPPED;
        private Integer againWith;

        Running(Job job, JobTask task, List<Node> nodes) {
            this.job = job;
            this.task = task;
            this.nodes = nodes;
        }

        void end(TaskEnd why) {
            reason = why;
            if (execution != null) {
                execution.kill();
            }
        }
    }

    private final String clusterId;
    private final World world;
    private final NodeMachines machines;
    private final Gate gate;
    private final Listener listener;
    private final Set<Waiting> waiting = new TreeSet<>(Waiting.ORDER);
    private final Map<Key, Running> running = new HashMap<>();
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(BuiltInQueue::daemon);
    private boolean closed;

    BuiltInQueue(String clusterId, World world, NodeMachines machines, Gate gate, Listener listener) {
        this.clusterId = clusterId;
        this.world = world;
        this.machines = machines;
        this.gate = gate;
        this.listener = listener;
        loop.scheduleWithFixedDelay(guarded(this::pass), PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void submit(Job job) {
        post(() -> {
            job.tasks().stream()
                    .filter(task -> task.state() == TaskState.QUEUED)
                    .forEach(task ->
                            waiting.add(new Waiting(job, task, job.request().priority())));
            pass();
        });
    }

    @Override
    public long reserve(JobRequest request, long next) {
        return next;
    }

    @Override
    public void abandon(long number) {
        // A number alone takes nothing.
    }

    @Override
    public void cancel(Job job, List<JobTask> tasks) {
        post(() -> {
            tasks.forEach(task -> cancel(new Key(job.number(), task.index())));
            pass();
        });
    }

    private void cancel(Key key) {
        waiting(key).ifPresent(found -> {
            waiting.remove(found);
            listener.changed(key.number(), found.task().ended(TaskEnd.CANCELLED, -1, world.now()));
        });
        Optional.ofNullable(running.get(key)).ifPresent(found -> {
            found.againWith = null;
            found.end(TaskEnd.CANCELLED);
        });
    }

    @Override
    public void rerun(Job job, JobTask task, int priority) {
        Key key = new Key(job.number(), task.index());
        post(() -> {
            Running now = running.get(key);
            if (now != null) {
                now.againWith = priority;
                now.end(TaskEnd.CANCELLED);
            } else if (waiting(key).isEmpty()) {
                queueAgain(job, task, priority);
            }
            pass();
        });
    }

    @Override
    public void refresh() {
        try {
            loop.submit(() -> {}).get(MOST_TO_CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the queue of cluster " + clusterId + " does not answer", e);
        } catch (RejectedExecutionException e) {
            // Closed: the listener knows everything.
        }
    }

    @Override
    public String describe() {
        return "the built-in queue";
    }

    @Override
    public void close() {
        post(() -> {
            closed = true;
            waiting.clear();
            running.values().forEach(task -> task.end(TaskEnd.SERVICE_STOPPED));
            stopIfDone();
        });
        try {
            if (!loop.awaitTermination(MOST_TO_CLOSE_SECONDS, TimeUnit.SECONDS)) {
                loop.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopIfDone() {
        if (closed && running.isEmpty()) {
            loop.shutdown();
        }
    }

    private Optional<Waiting> waiting(Key key) {
        return waiting.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    private void queueAgain(Job job, JobTask task, int priority) {
        JobTask queued = task.queuedAgain();
        listener.changed(job.number(), queued);
        waiting.add(new Waiting(job, queued, priority));
    }

    /** Starts every task that can start now, and ends those whose node is down. */
    private void pass() {
        if (closed || waiting.isEmpty() && running.isEmpty()) {
            return;
        }
        running.values().stream()
                .filter(task -> task.reason != TaskEnd.NODE_FAILED
                        && !task.nodes.stream().allMatch(world::running))
                .toList()
                .forEach(task -> task.end(TaskEnd.NODE_FAILED));
        var nodes = new QueueNodes(world, world.cluster(clusterId));
        running.values()
                .forEach(task -> nodes.take(task.nodes, task.job.request().demand()));
        Set<String> full = new HashSet<>();
        for (Waiting next : new ArrayList<>(waiting)) {
            JobRequest request = next.job().request();
            Optional<Boolean> allowed = gate.allows(next.job(), next.task());
            if (allowed.isEmpty()) {
                waiting.remove(next);
                listener.changed(next.job().number(), next.task().ended(TaskEnd.NOT_ALLOWED, -1, world.now()));
            } else if (allowed.get() && !full.contains(request.queue())) {
                List<Node> free = nodes.free(request.queue(), request.demand());
                if (free.isEmpty()) {
                    full.add(request.queue());
                } else {
                    nodes.take(free, request.demand());
                    start(next, free);
                }
            }
        }
    }

    private void start(Waiting next, List<Node> nodes) {
        waiting.remove(next);
        List<String> hosts = nodes.stream().map(Node::hostName).toList();
        Running started = new Running(next.job(), next.task().running(hosts, world.now()), nodes);
        running.put(next.key(), started);
        listener.changed(next.job().number(), started.task);
        JobRequest request = next.job().request();
        Node first = nodes.get(0);
        started.execution = machines.start(
                new Machine(first.id(), first.hostName(), clusterId),
                new RequestedCommand(
                        JobScript.of(next.job(), started.task),
                        "/home",
                        request.seconds() == 0 ? UNLIMITED : Duration.ofSeconds(request.seconds())));
        started.execution.exit().thenAccept(exit -> post(() -> ended(next.key(), exit)));
    }

    private void ended(Key key, Exit exit) {
        Running task = running.remove(key);
        Instant now = world.now();
        JobTask end = switch (exit.kind()) {
            case FINISHED -> task.task.ended(exit.code() == 0 ? TaskEnd.COMPLETED : TaskEnd.FAILED, exit.code(), now);
            case TIMED_OUT -> task.task.ended(TaskEnd.TIMED_OUT, -1, now);
            case NOT_STARTED -> task.task.ended(TaskEnd.FAILED, -1, now);
            case KILLED -> task.task.ended(task.reason, -1, now);
        };
        boolean lostNode =
                end.outcome() == TaskEnd.NODE_FAILED && task.job.request().rerunnable();
        if (!closed && (task.againWith != null || lostNode)) {
            int priority = task.againWith == null ? task.job.request().priority() : task.againWith;
            queueAgain(task.job, end, priority);
        } else {
            listener.changed(key.number(), end);
        }
        pass();
        stopIfDone();
    }

    private void post(Runnable work) {
        try {
            loop.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            // Closed: everything has ended.
        }
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "the queue of jobs failed in the local service", e);
            }
        };
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ehpc-jobs");
        thread.setDaemon(true);
        return thread;
    }
}
