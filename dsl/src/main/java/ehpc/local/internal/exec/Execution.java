package ehpc.local.internal.exec;

import java.util.concurrent.CompletableFuture;

/** A waiting or running command on one node. Thread-safe. */
public interface Execution {

    /** Completes, never exceptionally, when the command and all its processes have ended. */
    CompletableFuture<Exit> exit();

    /** Ends the command and all of its processes, unless it has ended. Returns at once. */
    void kill();
}
