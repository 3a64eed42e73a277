package ehpc.local.internal.exec;

import java.util.concurrent.CompletableFuture;

/** A command on its way on one node. Thread-safe. */
public interface Execution {

    /** Completes once, normally, when the command has ended and no process of it is left. */
    CompletableFuture<Exit> exit();

    /** Ends the command and all of its processes; without effect when it has ended. Returns at once. */
    void kill();
}
