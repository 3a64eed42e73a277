package ehpc.local.internal.exec;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A submitted command, and the promise of its end. */
final class PendingCommand implements Execution {

    private final Machine machine;
    private final RequestedCommand command;
    private final Consumer<PendingCommand> killer;
    private final Executor listeners;
    private final CompletableFuture<Exit> exit = new CompletableFuture<>();

    PendingCommand(Machine machine, RequestedCommand command, Consumer<PendingCommand> killer, Executor listeners) {
        this.machine = machine;
        this.command = command;
        this.killer = killer;
        this.listeners = listeners;
    }

    Machine machine() {
        return machine;
    }

    RequestedCommand command() {
        return command;
    }

    @Override
    public CompletableFuture<Exit> exit() {
        return exit;
    }

    @Override
    public void kill() {
        killer.accept(this);
    }

    /** Waiting callers continue in threads of their own, not in the one that serves all nodes. */
    void end(Exit.Kind kind, int code, byte[] output) {
        var end = new Exit(kind, code, output, Instant.now());
        exit.completeAsync(() -> end, listeners);
    }

    void neverStarted(String reason) {
        end(Exit.Kind.NOT_STARTED, -1, reason.getBytes(StandardCharsets.UTF_8));
    }
}
