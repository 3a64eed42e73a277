package ehpc.local.internal.lifecycle;

import ehpc.local.Transitions;
import java.time.Duration;
import java.time.Instant;

/** The progress of a task since its last transition. Not thread-safe. */
final class TaskProgress {

    private final Transitions pace;
    private Instant since;
    private int looks;
    private int runningScripts = -1;

    TaskProgress(Transitions pace, Instant since) {
        this.pace = pace;
        this.since = since;
    }

    void look() {
        looks++;
    }

    /** Returns whether the next transition is due. */
    boolean due(Instant now) {
        if (pace.byLooks()) {
            return looks > pace.looks();
        }
        return !Duration.between(since, now).minus(pace.time()).isNegative();
    }

    /** The look that made the transition is the first one at the new status; a late transition does not delay the next one. */
    void stepped() {
        looks = 1;
        since = since.plus(pace.time());
    }

    boolean scriptsStarted() {
        return runningScripts >= 0;
    }

    boolean scriptsEnded() {
        return runningScripts == 0;
    }

    void waitForScripts(int nodes) {
        runningScripts = nodes;
    }

    void scriptEnded() {
        runningScripts--;
    }
}
