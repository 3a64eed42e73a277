package ehpc.local.internal.operation;

import ehpc.api.Catalogue;
import ehpc.api.Operation;
import ehpc.local.internal.Refusal;
import ehpc.local.internal.command.CommandRegistry;
import ehpc.local.internal.job.JobRegistry;
import ehpc.local.internal.lifecycle.Lifecycles;
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

    /** The operations whose answers show statuses. */
    private static final Set<String> LOOKS = Set.of(
            "DescribeCluster",
            "ListClusters",
            "ListClustersMeta",
            "ListNodes",
            "ListNodesByQueue",
            "ListNodesNoPaging",
            "ListTasks");

    private final Map<String, Handler> handlers = new TreeMap<>();
    private final World world;
    private final Lifecycles lifecycles;

    public Operations(
            Catalogue catalogue,
            World world,
            CommandRegistry commands,
            JobRegistry jobs,
            Lifecycles lifecycles,
            boolean idsAsText) {
        this.world = world;
        this.lifecycles = lifecycles;
        handlers.putAll(new AccountOperations(catalogue, world).handlers());
        handlers.putAll(new ClusterOperations(world).handlers());
        handlers.putAll(new CreationOperations(catalogue, lifecycles, world::now).handlers());
        handlers.putAll(new ClusterTaskOperations(world, lifecycles).handlers());
        handlers.putAll(new HybridOperations(world, lifecycles).handlers());
        handlers.putAll(new TaskOperations(world).handlers());
        handlers.putAll(new NodeOperations(world).handlers());
        handlers.putAll(new NewNodeOperations(world, lifecycles).handlers());
        handlers.putAll(new NodeTaskOperations(world, lifecycles).handlers());
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
        if (LOOKS.contains(call.operation().name())) {
            lifecycles.look(call.optional("ClusterId"));
        }
        // A cluster of another region is unknown to every operation.
        call.optional("ClusterId").flatMap(world::find).ifPresent(known -> world.cluster(known.id(), call.region()));
        return handlers.get(call.operation().name()).answer(call);
    }
}
