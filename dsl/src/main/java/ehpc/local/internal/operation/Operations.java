package ehpc.local.internal.operation;

import ehpc.api.Catalogue;
import ehpc.api.Operation;
import ehpc.local.internal.Refusal;
import ehpc.local.internal.command.CommandRegistry;
import ehpc.local.internal.job.JobRegistry;
import ehpc.local.internal.world.World;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The supported operations. Thread-safe. */
public final class Operations {

    /** The handler of one operation. */
    @FunctionalInterface
    interface Handler {
        /** Returns the fields of the answer, without the request id. */
        Map<String, ?> answer(Call call);
    }

    private final Map<String, Handler> handlers = new TreeMap<>();

    public Operations(Catalogue catalogue, World world, CommandRegistry commands, JobRegistry jobs, boolean idsAsText) {
        handlers.putAll(new AccountOperations(catalogue, world).handlers());
        handlers.putAll(new ClusterOperations(world).handlers());
        handlers.putAll(new NodeOperations(world).handlers());
        handlers.putAll(new QueueOperations(world).handlers());
        handlers.putAll(new TagOperations(world).handlers());
        handlers.putAll(new UserOperations(world).handlers());
        handlers.putAll(new ScriptOperations(world).handlers());
        handlers.putAll(new ImageOperations(world).handlers());
        handlers.putAll(new CommandOperations(world, commands, idsAsText).handlers());
        handlers.putAll(new JobOperations(world, jobs).handlers());
        handlers.putAll(new JobQueries(world, jobs).handlers());
        handlers.keySet().retainAll(catalogue.names());
    }

    /** Returns their names, sorted. */
    public Set<String> names() {
        return Collections.unmodifiableSet(handlers.keySet());
    }

    /** Refuses an unsupported operation. */
    public void requireSupported(Operation operation) {
        if (!handlers.containsKey(operation.name())) {
            throw new Refusal(
                    400,
                    "UnsupportedOperation",
                    "not emulated: " + operation.name() + "; emulated: " + String.join(", ", names()));
        }
    }

    /** Calls a supported operation. */
    public Map<String, ?> answer(Call call) {
        return handlers.get(call.operation().name()).answer(call);
    }
}
