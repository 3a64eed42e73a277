package ehpc.local.internal.job;

import ehpc.local.LocalServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * The jobs of one cluster, one file each, and its scheduler, which is created for the first request. Thread-safe. The locks of the record
 * and of the scheduler are apart, because the scheduler reports changes while it starts and stops.
 */
final class ClusterJobs {

    /** Starts a scheduler. */
    @FunctionalInterface
    interface Opening {
        JobScheduler open(long firstJob, JobScheduler.Listener listener);
    }

    private final Path directory;
    private final Opening opening;
    private final SortedMap<Long, Job> jobs = new TreeMap<>();
    private final Object starting = new Object();
    private long last;
    private volatile JobScheduler scheduler;
    private boolean closed;

    /** Reads the jobs in a directory; tasks that were running when a service stopped count as ended. */
    ClusterJobs(Path directory, Opening opening, Instant now) {
        this.directory = directory;
        this.opening = opening;
        for (Path file : files(directory)) {
            Job job = JobFile.read(file);
            if (job.state() == TaskState.FINISHED) {
                // Nothing will be added to its file.
                jobs.put(job.number(), job);
            } else {
                put(stopped(job, now));
            }
            last = job.number();
        }
    }

    private static Job stopped(Job job, Instant now) {
        Job stopped = job;
        for (JobTask task : job.tasks()) {
            if (task.state() == TaskState.RUNNING) {
                stopped = stopped.with(task.ended(TaskEnd.SERVICE_STOPPED, -1, now));
            }
        }
        return stopped;
    }

    /** Accepts a job that is made for its number; the number of a refused job is not used again. */
    Job submit(JobRequest request, LongFunction<Job> made) {
        JobScheduler accepting = scheduler();
        long number;
        synchronized (this) {
            number = ++last;
        }
        // Without the lock: the scheduler reports changes of other jobs meanwhile.
        number = accepting.reserve(request, number);
        synchronized (this) {
            last = Math.max(last, number);
        }
        Job job = made(accepting, number, made);
        synchronized (this) {
            put(job);
        }
        accepting.submit(job);
        return job;
    }

    private static Job made(JobScheduler accepting, long number, LongFunction<Job> made) {
        try {
            return made.apply(number);
        } catch (RuntimeException e) {
            accepting.abandon(number);
            throw e;
        }
    }

    /** Returns the scheduler in one line, once it has started. */
    Optional<String> describe() {
        synchronized (starting) {
            return Optional.ofNullable(scheduler).map(JobScheduler::describe);
        }
    }

    /** Returns whether a queued task may start; empty if it never will. For the scheduler, so without asking it. */
    synchronized Optional<Boolean> allows(Job job, JobTask task) {
        boolean now = true;
        for (Container.Dependency dependency : job.request().container().dependencies()) {
            Job other = jobs.get(dependency.number());
            Optional<Boolean> allowed = other == null ? Optional.of(true) : dependency.allows(other, task.index());
            if (allowed.isEmpty()) {
                return allowed;
            }
            now &= allowed.get();
        }
        return Optional.of(now);
    }

    /** Returns the jobs that are not deleted, in the order of their numbers. */
    List<Job> list() {
        scheduler().refresh();
        synchronized (this) {
            return jobs.values().stream().filter(job -> !job.deleted()).toList();
        }
    }

    void cancel(Job job, List<JobTask> tasks) {
        scheduler().cancel(job, tasks);
        scheduler().refresh();
    }

    void rerun(Job job, List<JobTask> tasks) {
        tasks.forEach(task -> scheduler().rerun(job, task, job.request().priority()));
        scheduler().refresh();
    }

    /** Leaves a job out of the list from now on. */
    void delete(Job job) {
        cancel(job, job.tasks().stream().filter(task -> !task.finished()).toList());
        synchronized (this) {
            put(jobs.get(job.number()).asDeleted());
        }
    }

    /** Starts the scheduler if tasks of an earlier service wait for it. */
    void resume() {
        boolean waiting;
        synchronized (this) {
            waiting = jobs.values().stream()
                    .flatMap(job -> job.tasks().stream())
                    .anyMatch(task -> task.state() == TaskState.QUEUED);
        }
        if (waiting) {
            scheduler();
        }
    }

    void close() {
        synchronized (starting) {
            closed = true;
            if (scheduler != null) {
                scheduler.close();
            }
        }
    }

    private JobScheduler scheduler() {
        synchronized (starting) {
            if (scheduler == null) {
                if (closed) {
                    throw new IllegalStateException("the local service is closed");
                }
                scheduler = opening.open(last() + 1, this::changed);
                waiting().forEach(scheduler::submit);
            }
            return scheduler;
        }
    }

    private synchronized long last() {
        return last;
    }

    private synchronized List<Job> waiting() {
        return jobs.values().stream()
                .filter(job -> job.tasks().stream().anyMatch(task -> task.state() == TaskState.QUEUED))
                .toList();
    }

    /** Records a change. A failed task that is to be retried waits again, and is not seen as finished. */
    private void changed(long number, JobTask task) {
        boolean again;
        Job job;
        synchronized (this) {
            job = jobs.get(number);
            again = task.finished() && job.request().retry().covers(task) && !job.deleted();
            JobTask seen = again ? task.queuedAgain() : task;
            job = job.with(seen);
            jobs.put(number, job);
            JobFile.append(directory, number, seen);
        }
        if (again) {
            scheduler.rerun(
                    job, task, job.request().retry().priority(job.request().priority()));
        }
    }

    private void put(Job job) {
        JobFile.write(directory, job);
        jobs.put(job.number(), job);
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(JobFile::is).sorted().toList();
        } catch (IOException e) {
            throw new LocalServiceException(directory + " cannot be read: " + e.getMessage(), e);
        }
    }
}
