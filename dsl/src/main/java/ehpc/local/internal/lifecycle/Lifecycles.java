package ehpc.local.internal.lifecycle;

import ehpc.local.Transitions;
import ehpc.local.internal.command.CommandRegistry;
import ehpc.local.internal.exec.Machine;
import ehpc.local.internal.exec.NodeMachines;
import ehpc.local.internal.job.JobRegistry;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.ClusterTask;
import ehpc.local.internal.world.Lifecycle;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.PostScript;
import ehpc.local.internal.world.World;
import ehpc.local.internal.world.WorldChange;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/**
 * Carries tasks through their transitions, and does on the nodes what belongs to these: processes end, systems are installed anew, post
 * scripts run. Tasks that had not ended when a service stopped go on. Thread-safe.
 */
public final class Lifecycles implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("ehpc.local");

    private static final String SERVICE_ENDED = "the local service stopped while post scripts ran";
    private static final long LONGEST_TICK_MILLIS = 50;

    /** Adds tasks to a change; they start with it. */
    public final class Starter {

        private final WorldChange change;
        private final List<ClusterTask> started = new ArrayList<>();
        private final Set<String> atOnce = new HashSet<>();

        private Starter(WorldChange change) {
            this.change = change;
        }

        public void start(ClusterTask task) {
            change.put(task);
            StepStatuses.apply(change, task);
            started.add(task);
        }

        /** Starts a task whose transitions take no time. */
        public void startAtOnce(ClusterTask task) {
            start(task);
            atOnce.add(task.id());
        }

        private void began() {
            for (ClusterTask task : started) {
                Transitions pace = atOnce.contains(task.id()) ? Transitions.atOnce() : transitions;
                progress.put(task.id(), new TaskProgress(pace, clock.instant()));
                affectNodes(task);
            }
        }
    }

    private final World world;
    private final CommandRegistry commands;
    private final JobRegistry jobs;
    private final NodeMachines machines;
    private final Clock clock;
    private final Transitions transitions;
    private final PostScriptRunner scripts;
    private final Map<String, TaskProgress> progress = new HashMap<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(Lifecycles::daemon);
    private ScheduledFuture<?> ticking;
    private volatile boolean active;
    private boolean closed;

    public Lifecycles(
            World world,
            CommandRegistry commands,
            JobRegistry jobs,
            NodeMachines machines,
            Clock clock,
            Transitions transitions) {
        this.world = world;
        this.commands = commands;
        this.jobs = jobs;
        this.machines = machines;
        this.clock = clock;
        this.transitions = transitions;
        this.scripts = new PostScriptRunner(machines);
        resume();
    }

    /** Returns the pace of transitions. */
    public Transitions pace() {
        return transitions;
    }

    /** Returns the time of the clock, with its fractions of a second. */
    public Instant now() {
        return clock.instant();
    }

    /** Makes changes of the world together, with the tasks that they start; nothing changes after an exception. */
    public synchronized <T> T begin(BiFunction<WorldChange, Starter, T> changes) {
        AtomicReference<Starter> starter = new AtomicReference<>();
        T result = world.together(change -> {
            starter.set(new Starter(change));
            return changes.apply(change, starter.get());
        });
        starter.get().began();
        advanceAll();
        return result;
    }

    /** Counts a look at a cluster, or at all of them. Looks do not wait for each other while there is no task. */
    public void look(Optional<String> clusterId) {
        if (active) {
            count(clusterId);
        }
    }

    private synchronized void count(Optional<String> clusterId) {
        for (ClusterTask task : world.runningTasks()) {
            if (clusterId.map(task.clusterId()::equals).orElse(true)) {
                progress.get(task.id()).look();
            }
        }
        advanceAll();
    }

    /** Waits until a task has ended, or the service closes. */
    public synchronized void await(String taskId) {
        try {
            while (progress.containsKey(taskId) && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
            ticker.shutdownNow();
        }
        scripts.close();
    }

    private synchronized void resume() {
        for (ClusterTask task : world.runningTasks()) {
            progress.put(task.id(), new TaskProgress(transitions, clock.instant()));
            if (task.scripted()) {
                nodes(task).stream()
                        .filter(node -> !task.errors().containsKey(node.id()))
                        .forEach(node ->
                                record(task, node, Optional.of("node " + node.hostName() + ": " + SERVICE_ENDED)));
                progress.get(task.id()).waitForScripts(0);
            }
        }
        advanceAll();
    }

    private synchronized void tick() {
        try {
            advanceAll();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a task could not go on in the local service", e);
        }
    }

    private void advanceAll() {
        if (closed) {
            return;
        }
        List<ClusterTask> running = world.runningTasks();
        running.forEach(this::advance);
        List<ClusterTask> rest = running.isEmpty() ? running : world.runningTasks();
        active = !rest.isEmpty();
        boolean needed = transitions.byTime() && !rest.isEmpty();
        if (needed && ticking == null) {
            long millis =
                    Math.max(1, Math.min(LONGEST_TICK_MILLIS, transitions.time().toMillis() / 2));
            ticking = ticker.scheduleWithFixedDelay(this::tick, millis, millis, TimeUnit.MILLISECONDS);
        } else if (!needed && ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    private void advance(ClusterTask task) {
        ClusterTask present = task;
        TaskProgress at = progress.get(task.id());
        while (!present.ended() && at.due(clock.instant()) && scriptsEnded(present, at)) {
            present = step(present.id());
            at.stepped();
            affectNodes(present);
        }
        if (present.ended()) {
            progress.remove(present.id());
            notifyAll();
        }
    }

    private ClusterTask step(String taskId) {
        return world.together(change -> {
            ClusterTask next = change.task(taskId).next();
            change.put(next.remembered());
            StepStatuses.apply(change, next);
            return next;
        });
    }

    /** Before the last step, starts the post scripts if they are due; returns whether the task may go on. */
    private boolean scriptsEnded(ClusterTask task, TaskProgress at) {
        boolean last = task.step() + 2 == task.lifecycle().steps().size();
        if (!last || !task.lifecycle().runsPostScripts()) {
            return true;
        }
        if (!at.scriptsStarted()) {
            List<PostScript> all =
                    world.find(task.clusterId()).map(world::postScripts).orElse(List.of());
            List<Node> nodes = all.isEmpty() ? List.of() : nodes(task);
            at.waitForScripts(nodes.size());
            if (!nodes.isEmpty()) {
                world.together(change -> {
                    change.put(change.task(task.id()).withScripts());
                    return null;
                });
                nodes.forEach(node -> scripts.run(machine(task, node), all, error -> ended(task, node, error)));
            }
        }
        return at.scriptsEnded();
    }

    private synchronized void ended(ClusterTask task, Node node, Optional<String> error) {
        if (closed) {
            return;
        }
        record(task, node, error);
        progress.get(task.id()).scriptEnded();
        advanceAll();
    }

    /** A node with an error is not part of the next transitions. */
    private void record(ClusterTask task, Node node, Optional<String> error) {
        error.ifPresent(text -> world.together(change -> {
            change.put(change.task(task.id()).withErrors(Map.of(node.id(), text)));
            change.setStatus(List.of(node), "exception");
            return null;
        }));
    }

    /** Ends the processes of nodes that are not running any more, and removes the files of those whose system goes. */
    private void affectNodes(ClusterTask task) {
        String status = task.present().nodes();
        if (!status.isEmpty() && !status.equals("running")) {
            commands.endOn(task.nodes());
        }
        if (task.step() == 0 && task.lifecycle().losesJobs()) {
            jobs.forget(task.clusterId());
        }
        if (status.equals(Lifecycle.GONE)
                || task.step() == 0 && task.lifecycle().reinstalls()) {
            task.nodes().forEach(machines::erase);
        }
    }

    private static Machine machine(ClusterTask task, Node node) {
        return new Machine(node.id(), node.hostName(), task.clusterId());
    }

    private List<Node> nodes(ClusterTask task) {
        Optional<Cluster> cluster = world.find(task.clusterId());
        return task.nodes().stream()
                .flatMap(id -> cluster.flatMap(c -> c.node(id)).stream())
                .filter(node -> !node.onPremises())
                .toList();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ehpc-local-lifecycles");
        thread.setDaemon(true);
        return thread;
    }
}
