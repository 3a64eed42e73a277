package ehpc.local.internal.job;

/** The scheduler of one cluster: starts tasks on nodes and reports each change to its listener. Thread-safe. */
interface JobScheduler extends AutoCloseable {

    /** Is told of each change of a task, in order; on disk when its method returns. */
    @FunctionalInterface
    interface Listener {
        void changed(long number, Task task);
    }

    /** Accepts the queued tasks of a job; returns before they start. */
    void submit(Job job);

    /** Ends a running task, or removes a queued one; does nothing to others. */
    void cancel(long number, Task task);

    /** Ends a running task and queues it again, or queues an ended one again with this priority; does nothing to a queued one. */
    void rerun(Job job, Task task, int priority);

    /** Returns when the listener knows all changes until now. */
    void refresh();

    /** Ends all tasks, which are reported as ended. */
    @Override
    void close();
}
