package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.AutoScale;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.Queue;
import ehpc.local.internal.world.Queues;
import ehpc.local.internal.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations on the queues of a cluster, apart from the list of their nodes. */
final class QueueOperations {

    private static final String NO_SPOT = "NoSpot";

    private final World world;

    QueueOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "AddQueue", this::add,
                "DeleteQueue", this::delete,
                "ListQueues", this::list,
                "SetQueue", this::moveNodes,
                "UpdateQueueConfig", this::update);
    }

    private Map<String, ?> add(Call call) {
        Cluster cluster = withScheduler(call);
        Queue queue = new Queue(
                call.text("QueueName"),
                "",
                deploymentSet(call).orElse(""),
                call.optional("NetworkInterfaceTrafficMode").orElse("Standard"),
                "",
                call.flag("UseESS", false));
        world.changeQueues(cluster, queues -> {
            if (queues.find(queue.name()).isPresent()) {
                throw new Refusal(
                        406,
                        "AgentError.Queue.CreateFailure",
                        "queue '" + queue.name() + "' exists in cluster " + cluster.id());
            }
            return queues.with(queue);
        });
        return Map.of();
    }

    /** New nodes join the initial queue, which therefore stays. */
    private Map<String, ?> delete(Call call) {
        Cluster cluster = withScheduler(call);
        world.changeQueues(cluster, queues -> {
            String name = required(call, cluster, queues).name();
            if (name.equals(Hardware.QUEUE)) {
                throw failed("queue '" + name + "' is the default queue of cluster " + cluster.id());
            }
            int nodes = queues.nodes(cluster, name).size();
            if (nodes > 0) {
                throw failed("queue '" + name + "' of cluster " + cluster.id() + " must have no nodes, has " + nodes);
            }
            return queues.without(name);
        });
        return Map.of();
    }

    private Map<String, ?> moveNodes(Call call) {
        Cluster cluster = withScheduler(call);
        List<Node> nodes = nodes(call, cluster);
        world.changeQueues(
                cluster,
                queues ->
                        queues.withNodes(nodes, required(call, cluster, queues).name()));
        return Map.of();
    }

    private static List<Node> nodes(Call call, Cluster cluster) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < call.objects("Node").size(); i++) {
            int number = i + 1;
            String name = call.field("Node", i, "Name");
            nodes.add(cluster.nodes("Compute").stream()
                    .filter(node -> node.hostName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> call.invalid("Node[" + number + "].Name must be a compute node of cluster "
                            + cluster.id() + ", is " + name)));
        }
        return nodes;
    }

    /** Changes the given settings. They apply to new nodes, so the scheduler is not needed. */
    private Map<String, ?> update(Call call) {
        Cluster cluster = world.running(world.cluster(call.text("ClusterId")));
        Optional<String> type = call.instanceType("ComputeInstanceType");
        Optional<String> deploymentSet = deploymentSet(call);
        Optional<String> group = call.like("ResourceGroupId", "rg-[a-z0-9]+", "rg-acfmxazb4ph6aiy");
        world.changeQueues(cluster, queues -> {
            Queue queue = required(call, cluster, queues);
            return queues.with(new Queue(
                    queue.name(),
                    type.orElse(queue.instanceType()),
                    deploymentSet.orElse(queue.deploymentSetId()),
                    call.optional("NetworkInterfaceTrafficMode").orElse(queue.trafficMode()),
                    group.orElse(queue.resourceGroupId()),
                    queue.autoScalingGroup()));
        });
        return Map.of();
    }

    private static Optional<String> deploymentSet(Call call) {
        return call.like("DeploymentSetId", "ds-[a-z0-9]+", "ds-bp1frxuzdg87zh4pzq60");
    }

    private Map<String, ?> list(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        Queues queues = world.queues(cluster);
        AutoScale scaling = world.facilities(cluster).autoScale();
        List<AnswerFields> all = queues.list().stream()
                .map(queue ->
                        rendered(queue, queues.nodes(cluster, queue.name()), new Scaling(scaling.queue(queue.name()))))
                .toList();
        return AnswerFields.of("Queues", AnswerFields.wrapped("QueueInfo", all));
    }

    /** The settings of auto scaling for a queue, by the names of SetAutoScaleConfig. */
    private record Scaling(Map<String, Object> settings) {

        String text(String name, String otherwise) {
            return settings.getOrDefault(name, otherwise).toString();
        }

        List<AnswerFields> spotTypes() {
            List<?> types = settings.get("InstanceTypes") instanceof List<?> given ? given : List.of();
            return types.stream()
                    .map(ParameterValues::named)
                    .filter(type -> !type.getOrDefault("SpotStrategy", NO_SPOT).equals(NO_SPOT))
                    .map(type -> AnswerFields.of("InstanceType", type.getOrDefault("InstanceType", ""))
                            .and("SpotPriceLimit", type.getOrDefault("SpotPriceLimit", 0.0)))
                    .toList();
        }
    }

    private static AnswerFields rendered(Queue queue, List<Node> nodes, Scaling scaling) {
        return AnswerFields.of("ComputeInstanceType", AnswerFields.wrapped("InstanceType", types(queue, nodes)))
                .and("DeploymentSetId", queue.deploymentSetId())
                .and("EnableAutoGrow", scaling.text("EnableAutoGrow", "false").equals("true"))
                .and("HostNamePrefix", scaling.text("HostNamePrefix", "compute"))
                .and("HostNameSuffix", scaling.text("HostNameSuffix", ""))
                .and("ImageId", scaling.text("QueueImageId", Hardware.IMAGE))
                .and("NetworkInterfaceTrafficMode", queue.trafficMode())
                .and("QueueName", queue.name())
                .and("ResourceGroupId", queue.resourceGroupId())
                .and("SpotInstanceTypes", AnswerFields.wrapped("Instance", scaling.spotTypes()))
                .and("SpotStrategy", scaling.text("SpotStrategy", NO_SPOT))
                .and("Type", "Execution")
                .and("UseESS", queue.autoScalingGroup());
    }

    /** Returns the type that is set for new nodes, or that of the present ones. */
    private static List<String> types(Queue queue, List<Node> nodes) {
        if (!queue.instanceType().isEmpty()) {
            return List.of(queue.instanceType());
        }
        return nodes.stream()
                .filter(node -> !node.onPremises())
                .map(Node::instanceType)
                .distinct()
                .toList();
    }

    /** Returns the queue of the request; refuses an unknown one. */
    static Queue required(Call call, Cluster cluster, Queues queues) {
        return required(call, cluster, queues, "QueueName", call.text("QueueName"));
    }

    /** Returns the queue that a parameter names; refuses an unknown one. */
    static Queue required(Call call, Cluster cluster, Queues queues, String parameter, String name) {
        return queues.find(name)
                .orElseThrow(() -> call.invalid(parameter + " must be a queue of cluster " + cluster.id() + ": "
                        + String.join(", ", queues.names()) + ", is " + name));
    }

    private Cluster withScheduler(Call call) {
        return world.managed(world.running(world.cluster(call.text("ClusterId")), "ExecFail"));
    }

    private static Refusal failed(String message) {
        return new Refusal(403, "ExecFail", message);
    }
}
