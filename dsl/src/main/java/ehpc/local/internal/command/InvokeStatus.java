package ehpc.local.internal.command;

import java.util.Collection;

/** State of a command, as a whole or on one node. */
public enum InvokeStatus {
    RUNNING("Running"),
    FINISHED("Finished"),
    FAILED("Failed"),
    STOPPED("Stopped");

    private final String wire;

    InvokeStatus(String wire) {
        this.wire = wire;
    }

    /** Returns the service's word for it. */
    public String wire() {
        return wire;
    }

    /** Returns the whole command's: running while any runs, finished when all are, else failed when any is, else stopped. */
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
