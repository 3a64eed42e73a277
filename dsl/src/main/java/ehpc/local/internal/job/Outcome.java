package ehpc.local.internal.job;

/** The way in which a task ended. The service's lists do not show it; the description of a job does. */
public enum Outcome {
    COMPLETED("completed"),
    FAILED("failed"),
    CANCELLED("stopped by a user"),
    TIMED_OUT("stopped because it ran longer than ClockTime"),
    NODE_FAILED("stopped because a node failed"),
    SERVICE_STOPPED("stopped because the local service stopped");

    private final String description;

    Outcome(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }
}
