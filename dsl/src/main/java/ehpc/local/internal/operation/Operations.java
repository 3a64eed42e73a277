package ehpc.local.internal.operation;

import ehpc.api.Catalogue;
import ehpc.api.Operation;
import ehpc.local.internal.Refusal;
import ehpc.local.internal.command.CommandRegistry;
import ehpc.local.internal.job.JobRegistry;
import ehpc.local.internal.lifecycle.Lifecycles;
import ehpc.local.internal.metric.Monitor;
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
    private final LogOperations log;

    public Operations(
            Catalogue catalogue,
            World world,
            CommandRegistry commands,
            JobRegistry jobs,
            Lifecycles lifecycles,
            Monitor monitor,
            boolean idsAsText) {
        this.world = world;
        this.lifecycles = lifecycles;
        log = new LogOperations(world);
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
        handlers.putAll(new JobTemplateOperations(jobs).handlers());
        handlers.putAll(new SchedulerOperations(world, jobs).handlers());
        handlers.putAll(new ServerlessOperations(world, jobs).handlers());
        handlers.putAll(
                new SoftwareOperations(world, new Installations(lifecycles.pace(), lifecycles::now)).handlers());
        handlers.putAll(new VolumeOperations(world).handlers());
        handlers.putAll(new FileSystemOperations().handlers());
        handlers.putAll(new SecurityGroupOperations(world).handlers());
        handlers.putAll(new EcsTypeOperations().handlers());
        handlers.putAll(new PriceOperations(world).handlers());
        handlers.putAll(new AutoScaleOperations(catalogue, world).handlers());
        handlers.putAll(new MetricOperations(world, monitor).handlers());
        handlers.putAll(new ProfilingOperations(world, monitor).handlers());
        handlers.putAll(new VisualOperations(world).handlers());
        handlers.putAll(new ClientOperations(world).handlers());
        handlers.putAll(new AccountingOperations(world, jobs).handlers());
        handlers.putAll(log.handlers());
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

    /** Calls a supported operation, and adds a change to the log of its cluster. */
    public Map<String, ?> answer(Call call) {
        if (LOOKS.contains(call.operation().name())) {
            lifecycles.look(call.optional("ClusterId"));
        }
        // A cluster of another region is unknown to every operation.
        call.optional("ClusterId").flatMap(world::find).ifPresent(known -> world.cluster(known.id(), call.region()));
        Map<String, ?> answer = handlers.get(call.operation().name()).answer(call);
        log.add(call, answer);
        return answer;
    }
}
