package ehpc.local.internal.job;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.exec.NodeBoxes;
import ehpc.local.internal.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Slurm of one cluster. It tells nobody of changes, so its list of jobs is read regularly while jobs have not ended. All state belongs to
 * one thread, which also starts the box: the kernel ends the box with the thread that started it.
 */
final class SlurmScheduler implements JobScheduler {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final long SHORTEST_PAUSE_MILLIS = 500;

    /** The pause while nothing changes; a request reads the list anyway. */
    private static final long LONGEST_PAUSE_MILLIS = 4000;

    /** Slurm's nice values wrap below -10,000. */
    private static final int NICE_PER_PRIORITY = 1000;

    private static final int SECONDS_PER_MINUTE = 60;

    /** The time between two runs of a task. */
    private static final Duration REST = Duration.ofMillis(2100);

    private final Listener listener;
    private final SlurmBox box;
    private final SlurmNodes nodes;
    private final String version;
    private final Map<Long, SlurmJob> jobs = new TreeMap<>();
    private final Set<Long> reserved = new HashSet<>();
    private final Map<String, Instant> hurried = new HashMap<>();
    private final SlurmThread thread;
    private long pauseMillis = SHORTEST_PAUSE_MILLIS;
    private Instant nextRead = Instant.MIN;

    private SlurmScheduler(SlurmThread thread, SlurmBox box, SlurmNodes nodes, String version, Listener listener) {
        this.thread = thread;
        this.box = box;
        this.nodes = nodes;
        this.version = version;
        this.listener = listener;
    }

    /**
     * Starts Slurm.
     *
     * @param directory the directory of its box
     * @param firstJob the number of the first job
     * @throws IOException if it does not start
     */
    static SlurmScheduler start(
            String clusterId, World world, NodeBoxes boxes, Path directory, long firstJob, Listener listener)
            throws IOException {
        SlurmThread thread = new SlurmThread();
        try {
            SlurmScheduler started = thread.call(() -> {
                SlurmNodes nodes = new SlurmNodes(clusterId, world, boxes);
                SlurmBox box = nodes.start(directory, firstJob);
                try {
                    String version = box.required("squeue", "--version").strip();
                    return new SlurmScheduler(thread, box, nodes, version, listener);
                } catch (IOException e) {
                    box.close();
                    throw e;
                }
            });
            thread.repeat(started::readInTime, SHORTEST_PAUSE_MILLIS);
            return started;
        } catch (IOException | RuntimeException e) {
            thread.stop();
            throw e;
        }
    }

    /** Submits the job on hold: its script needs its number. */
    @Override
    public long reserve(JobRequest request, long next) {
        return now(() -> {
            long id = submitted(
                    request, request.array() == null ? "" : request.array().toString());
            reserved.add(id);
            return id;
        });
    }

    @Override
    public void abandon(long number) {
        now(() -> {
            reserved.remove(number);
            return box.call("scancel", "" + number);
        });
    }

    @Override
    public void submit(Job job) {
        now(() -> {
            long id = reserved.remove(job.number()) ? job.number() : again(job);
            jobs.put(job.number(), new SlurmJob(job, id));
            box.script(id, JobScript.inSlurm(job));
            expectChanges();
            return box.required("scontrol", "release", "" + id);
        });
    }

    /** Submits what an earlier service did not start; it has another number in Slurm. */
    private long again(Job job) throws IOException {
        return submitted(
                job.request(),
                job.request().array() == null
                        ? ""
                        : job.tasks().stream()
                                .filter(task -> task.state() == TaskState.QUEUED)
                                .map(task -> "" + task.index())
                                .collect(Collectors.joining(",")));
    }

    private long submitted(JobRequest request, String indexes) throws IOException {
        nodes.update(box);
        var argv = new ArrayList<>(List.of("env", "-i", "PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"));
        argv.addAll(List.of("SLURM_CONF=" + NodeBoxes.BOX + "/etc/slurm.conf", "sbatch", "--hold", "--parsable"));
        argv.addAll(List.of("-J", request.name(), "-p", request.queue(), "-D", "/"));
        argv.addAll(List.of("-o", "/dev/null", "-e", "/dev/null", "--ignore-pbs"));
        argv.addAll(List.of("-N", "" + request.demand().nodes(), "--ntasks-per-node=1"));
        argv.addAll(List.of("-c", "" + request.demand().cores()));
        argv.add("--nice=" + -NICE_PER_PRIORITY * request.priority());
        boolean again = request.rerunnable() || request.retry().count() > 0;
        argv.add(again ? "--requeue" : "--no-requeue");
        if (request.demand().mebibytes() > 0) {
            argv.add("--mem=" + request.demand().mebibytes() + "M");
        }
        if (request.seconds() > 0) {
            // Slurm counts minutes, and may be late; the limit itself is enforced here.
            argv.add("-t" + (request.seconds() / SECONDS_PER_MINUTE + 2));
        }
        if (!indexes.isEmpty()) {
            argv.add("--array=" + indexes);
        }
        argv.add(NodeBoxes.BOX + "/jobs/job.sh");
        SlurmBox.Result result = box.call(argv.toArray(String[]::new));
        if (result.code() != 0) {
            throw new Refusal(
                    406, "AgentError.Job.SubmitFailure", result.errors().strip().replace("sbatch: error: ", ""));
        }
        return Long.parseLong(result.output().strip());
    }

    @Override
    public void cancel(Job job, List<JobTask> tasks) {
        now(() -> {
            SlurmJob submitted = jobs.get(job.number());
            if (submitted == null) {
                removeQueued(job, tasks);
                return null;
            }
            tasks.forEach(task -> submitted.cancelled.add(task.index()));
            boolean all = submitted.tasks.values().stream()
                    .allMatch(task -> task.finished() || submitted.cancelled.contains(task.index()));
            var argv = new ArrayList<>(List.of("scancel"));
            if (all) {
                argv.add("" + submitted.id);
            } else {
                tasks.forEach(task -> argv.add(submitted.id(task)));
            }
            return tasks.isEmpty() ? null : box.call(argv.toArray(String[]::new));
        });
    }

    /** Removes tasks of a job that this Slurm does not know: it ended before this Slurm started, or waited in one that has ended. */
    private void removeQueued(Job job, List<JobTask> tasks) {
        tasks.stream()
                .filter(task -> task.state() == TaskState.QUEUED)
                .forEach(task -> listener.changed(job.number(), task.ended(TaskEnd.CANCELLED, -1, Instant.now())));
    }

    @Override
    public void rerun(Job job, JobTask task, int priority) {
        thread.post(() -> {
            SlurmJob submitted = jobs.get(job.number());
            if (task.state() == TaskState.QUEUED) {
                return;
            }
            String id = submitted.id(task);
            if (task.finished()) {
                submitted.tasks.put(task.index(), task.queuedAgain());
            }
            submitted.cancelled.remove(task.index());
            submitted.late.remove(task.index());
            box.required("scontrol", "requeue", id);
            if (priority != job.request().priority()) {
                box.call("scontrol", "update", "jobid=" + id, "nice=" + -NICE_PER_PRIORITY * priority);
            }
            read();
        });
    }

    @Override
    public void refresh() {
        now(() -> {
            read();
            return null;
        });
    }

    @Override
    public String describe() {
        return version;
    }

    @Override
    public void close() {
        thread.post(this::read);
        thread.post(() -> endRunning(TaskEnd.SERVICE_STOPPED));
        try {
            now(() -> {
                box.close();
                return null;
            });
        } finally {
            thread.stop();
        }
    }

    /** Records that everything has ended; what waits is left to a later service. */
    private void endRunning(TaskEnd why) {
        Instant now = Instant.now();
        for (SlurmJob job : jobs.values()) {
            for (JobTask task : List.copyOf(job.tasks.values())) {
                if (task.state() == TaskState.RUNNING) {
                    change(job, task.ended(why, -1, now));
                }
            }
        }
        jobs.clear();
    }

    /** Reads Slurm's list if that is due, or if the time of a job is over. */
    private void readInTime() throws IOException {
        Instant now = Instant.now();
        boolean due = !now.isBefore(nextRead);
        if (due || jobs.values().stream().anyMatch(job -> job.exceeds(now))) {
            pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, 2 * pauseMillis);
            if (!box.isAlive()) {
                endRunning(TaskEnd.NODE_FAILED);
            }
            read();
            nextRead = now.plusMillis(pauseMillis);
        }
    }

    /** Reads often after a change: others may follow. */
    private void expectChanges() {
        pauseMillis = SHORTEST_PAUSE_MILLIS / 2;
        nextRead = Instant.MIN;
    }

    /** Reads Slurm's list, if a job has not ended. */
    private void read() throws IOException {
        List<SlurmJob> open =
                jobs.values().stream().filter(job -> !job.finished()).toList();
        if (open.isEmpty()) {
            return;
        }
        nodes.update(box);
        Map<Long, List<SlurmRecord>> records =
                SlurmRecord.all(MAPPER.readTree(box.required("squeue", "--json"))).stream()
                        .collect(Collectors.groupingBy(SlurmRecord::job));
        for (SlurmJob job : open) {
            List<SlurmRecord> ofJob = records.getOrDefault(job.id, List.of());
            for (JobTask task : List.copyOf(job.tasks.values())) {
                read(job, task, ofJob);
            }
        }
    }

    private void read(SlurmJob job, JobTask task, List<SlurmRecord> records) throws IOException {
        var own = records.stream()
                .filter(record -> !record.group() && record.index() == task.index())
                .findFirst();
        if (own.isEmpty()) {
            // Slurm keeps no record of a task that was cancelled before it started.
            boolean all = records.stream()
                    .anyMatch(record -> record.group() && record.state().equals("CANCELLED"));
            if (!task.finished() && (all || job.cancelled.contains(task.index()))) {
                change(job, task.ended(TaskEnd.CANCELLED, -1, Instant.now()));
            } else if (task.state() == TaskState.RUNNING) {
                // It ended so long ago that Slurm has forgotten it, while this machine slept.
                change(job, task.ended(TaskEnd.FAILED, -1, Instant.now()));
            }
            return;
        }
        JobTask present = own.get().of(task);
        if (present.outcome() == TaskEnd.CANCELLED && job.late.contains(task.index())) {
            present = present.ended(TaskEnd.TIMED_OUT, -1, present.ended());
        }
        if (!present.equals(task)) {
            change(job, present);
        }
        hurry(job, present, own.get());
        enforceTime(job, present);
    }

    private void change(SlurmJob job, JobTask task) {
        expectChanges();
        job.tasks.put(task.index(), task);
        listener.changed(job.job.number(), task);
    }

    /**
     * Starts a task that Slurm would run again only after two minutes. A node revokes what it may run to the second, so that a run within
     * that of the end of the one before fails with exit code 1.
     */
    private void hurry(SlurmJob job, JobTask task, SlurmRecord record) throws IOException {
        if (record.waits() && record.restarts() > 0) {
            String id = job.id(task);
            Instant now = Instant.now();
            Instant since = hurried.computeIfAbsent(id + " " + record.restarts(), run -> now);
            expectChanges();
            if (!now.isBefore(since.plus(REST))) {
                hurried.put(id + " " + record.restarts(), Instant.MAX.minus(REST));
                box.call("scontrol", "update", "jobid=" + id, "StartTime=now");
            }
        }
    }

    private void enforceTime(SlurmJob job, JobTask task) throws IOException {
        if (job.exceeds(task, Instant.now())) {
            job.late.add(task.index());
            box.call("scancel", job.id(task));
            expectChanges();
        }
    }

    private <T> T now(SlurmThread.Work<T> work) {
        try {
            return thread.call(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
