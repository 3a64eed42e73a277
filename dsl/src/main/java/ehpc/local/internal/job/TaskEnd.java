package ehpc.local.internal.job;

/** The way in which a task ended. The service's lists do not show it; the description of a job does. */
public enum TaskEnd {
    COMPLETED("completed"),
    FAILED("failed"),
    CANCELLED("stopped by a user"),
    TIMED_OUT("stopped because it ran longer than ClockTime"),
    NOT_ALLOWED("not started, because a job that it depends on ended otherwise"),
    NODE_FAILED("stopped because a node failed"),
    SERVICE_STOPPED("stopped because the local service stopped");

    private final String description;

    TaskEnd(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }
}
