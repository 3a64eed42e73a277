package ehpc.local.internal.job;

import java.util.List;

/** The scheduler of one cluster: starts tasks on nodes and reports each change to its listener. Thread-safe. */
interface JobScheduler extends AutoCloseable {

    /** Is told of each change of a task, in order; on disk when its method returns. */
    @FunctionalInterface
    interface Listener {
        void changed(long number, JobTask task);
    }

    /**
     * Returns the number of a new job, which has not started.
     *
     * @param next a number that no job of the cluster has
     */
    long reserve(JobRequest request, long next);

    /** Gives up a number that was reserved. */
    void abandon(long number);

    /** Accepts the queued tasks of a job; returns before they start. */
    void submit(Job job);

    /** Ends running tasks of a job, and removes queued ones; does nothing to others. */
    void cancel(Job job, List<JobTask> tasks);

    /** Ends a running task and queues it again, or queues an ended one again with this priority; does nothing to a queued one. */
    void rerun(Job job, JobTask task, int priority);

    /** Returns when the listener knows all changes until now. */
    void refresh();

    /** Returns its name and version, in one line. */
    String describe();

    /** Ends all tasks, which are reported as ended. */
    @Override
    void close();
}
