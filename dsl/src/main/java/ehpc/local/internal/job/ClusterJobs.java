package ehpc.local.internal.job;

import ehpc.local.LocalServiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * The jobs of one cluster, one file each, and its scheduler, which is created for the first request. Thread-safe. The locks of the record
 * and of the scheduler are apart, because the scheduler reports changes while it starts and stops.
 */
final class ClusterJobs {

    private final Path directory;
    private final Function<JobScheduler.Listener, JobScheduler> opening;
    private final SortedMap<Long, Job> jobs = new TreeMap<>();
    private final Object starting = new Object();
    private long last;
    private JobScheduler scheduler;
    private boolean closed;

    /** Reads the jobs in a directory; tasks that were running when a service stopped count as ended. */
    ClusterJobs(Path directory, Function<JobScheduler.Listener, JobScheduler> opening, Instant now) {
        this.directory = directory;
        this.opening = opening;
        for (Path file : files(directory)) {
            Job job = JsonFile.read(file, Job.class).orElseThrow();
            for (Task task : job.tasks()) {
                if (task.state() == TaskState.RUNNING) {
                    job = job.with(task.ended(Outcome.SERVICE_STOPPED, -1, now));
                }
            }
            jobs.put(job.number(), job);
            last = job.number();
        }
    }

    /** Accepts a job that is made for its number; the number of a refused job is not used again. */
    Job submit(LongFunction<Job> made) {
        JobScheduler accepting = scheduler();
        long number;
        synchronized (this) {
            number = ++last;
        }
        Job job = made.apply(number);
        synchronized (this) {
            put(job);
        }
        accepting.submit(job);
        return job;
    }

    /** Returns the jobs that are not deleted, in the order of their numbers. */
    List<Job> list() {
        scheduler().refresh();
        synchronized (this) {
            return jobs.values().stream().filter(job -> !job.deleted()).toList();
        }
    }

    Optional<Job> find(long number) {
        return list().stream().filter(job -> job.number() == number).findFirst();
    }

    void cancel(Job job, List<Task> tasks) {
        tasks.forEach(task -> scheduler().cancel(job.number(), task));
        scheduler().refresh();
    }

    void rerun(Job job, List<Task> tasks) {
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
                scheduler = opening.apply(this::changed);
                waiting().forEach(scheduler::submit);
            }
            return scheduler;
        }
    }

    private synchronized List<Job> waiting() {
        return jobs.values().stream()
                .filter(job -> job.tasks().stream().anyMatch(task -> task.state() == TaskState.QUEUED))
                .toList();
    }

    private void changed(long number, Task task) {
        Job job;
        synchronized (this) {
            job = jobs.get(number).with(task);
            put(job);
        }
        Retry retry = job.request().retry();
        if (task.finished() && retry.covers(task) && !job.deleted()) {
            scheduler.rerun(job, task, retry.priority(job.request().priority()));
        }
    }

    private void put(Job job) {
        JsonFile.write(directory.resolve(String.format(Locale.ROOT, "%08d.json", job.number())), job);
        jobs.put(job.number(), job);
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new LocalServiceException(directory + " cannot be read: " + e.getMessage(), e);
        }
    }
}
