package ehpc.local.internal.command;

import java.util.Collection;

/** The state of a command, on one node or on all. */
public enum InvokeStatus {
    RUNNING("Running"),
    FINISHED("Finished"),
    FAILED("Failed"),
    STOPPED("Stopped");

    private final String wire;

    InvokeStatus(String wire) {
        this.wire = wire;
    }

    /** Returns the service's name of the state. */
    public String wire() {
        return wire;
    }

    /**
     * Returns the state on all nodes: running if it is running on any, else failed if any failed, else stopped if any stopped, else
     * finished.
     */
    static InvokeStatus overall(Collection<InvokeStatus> each) {
        if (each.contains(RUNNING)) {
            return RUNNING;
        }
        if (each.contains(FAILED)) {
            return FAILED;
        }
        return each.contains(STOPPED) ? STOPPED : FINISHED;
    }
}
