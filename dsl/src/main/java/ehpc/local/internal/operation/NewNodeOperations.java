package ehpc.local.internal.operation;

import ehpc.local.LocalOptions;
import ehpc.local.internal.Refusal;
import ehpc.local.internal.lifecycle.Lifecycles;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.ClusterTask;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Image;
import ehpc.local.internal.world.Lifecycle;
import ehpc.local.internal.world.NewNodes;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.Queues;
import ehpc.local.internal.world.World;
import ehpc.local.internal.world.WorldChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations that add nodes in the cloud. The stock has nodes until the cluster has {@link LocalOptions#MAX_COMPUTE_NODES}. */
final class NewNodeOperations {

    private final World world;
    private final Lifecycles lifecycles;

    NewNodeOperations(World world, Lifecycles lifecycles) {
        this.world = world;
        this.lifecycles = lifecycles;
    }

    Map<String, Handler> handlers() {
        return Map.of("AddNodes", this::add, "ApplyNodes", this::apply, "AddExistedNodes", this::addExisted);
    }

    /** With {@code Sync}, answers after the post scripts. */
    private Map<String, ?> add(Call call) {
        Cluster named = world.cluster(call.text("ClusterId"));
        int count = call.number("Count", 1);
        int least = call.number("MinCount", 1);
        RequestedSettings.requireNetwork(call);
        Optional<String> type = call.instanceType("InstanceType");
        Map<String, Object> answer = lifecycles.begin((change, starter) -> ClientTokens.once(call, change, () -> {
            Cluster cluster = TaskRules.available(change, named, "running");
            int stock = stock(cluster);
            int added = stock >= count ? count : stock >= least ? least : 0;
            requireStock(added > 0, stock, least);
            List<Node> nodes = nodes(call, change, cluster, added, type);
            ClusterTask task = ClusterTask.of(call.requestId(), cluster.id(), Lifecycle.ADD_NODES, nodes, world.now());
            NodeTaskOperations.start(call, starter, task);
            return ids(nodes).and("TaskId", call.requestId());
        }));
        if (call.flag("Sync", false)) {
            lifecycles.await((String) answer.get("TaskId"));
        }
        return answer;
    }

    /** All batches come at once. Without {@code StrictSatisfiedTargetCapacity}, the stock may be too small. */
    private Map<String, ?> apply(Call call) {
        Cluster named = world.cluster(call.text("ClusterId"));
        for (int i = 0; i < call.objects("ZoneInfos").size(); i++) {
            RequestedSettings.requireZone(call, Optional.of(call.field("ZoneInfos", i, "ZoneId")));
        }
        String type = appliedType(call);
        boolean cores =
                call.optional("ResourceAmountType").filter("Cores"::equals).isPresent();
        int each = cores ? Math.max(1, call.number("Cores", 1)) : 1;
        int count = (call.number("TargetCapacity", 1) + each - 1) / each;
        boolean strict = call.flag("StrictSatisfiedTargetCapacity", true);
        return lifecycles.begin((change, starter) -> {
            Cluster cluster = TaskRules.available(change, named, "running");
            int stock = stock(cluster);
            requireStock(stock >= (strict ? count : 1), stock, strict ? count : 1);
            List<Node> nodes = nodes(call, change, cluster, Math.min(count, stock), Optional.of(type));
            starter.start(ClusterTask.of(call.requestId(), cluster.id(), Lifecycle.ADD_NODES, nodes, world.now()));
            String detail = nodes.size() == count ? "is satisfied" : "is partly satisfied";
            return ids(nodes)
                    .and("Detail", "Resources Application " + detail + ". Creating...")
                    .and("SatisfiedAmount", nodes.size() * each)
                    .and("TaskId", call.requestId());
        });
    }

    private static String appliedType(Call call) {
        List<String> types = call.objects("InstanceTypeModel").stream()
                .map(model -> ParameterValues.text(model, "InstanceType").orElse(""))
                .toList();
        types.forEach(type -> call.requireInstanceType("InstanceTypeModel.InstanceType", type));
        if (!types.isEmpty()) {
            return types.get(0);
        }
        int cores = call.number("Cores", 2);
        int perCore = call.number("Memory", 2 * cores) / Math.max(1, cores);
        String family = perCore >= 8 ? "r6" : perCore >= 4 ? "g6" : "c6";
        String size = cores <= 2 ? "large" : cores < 8 ? "xlarge" : cores / 4 + "xlarge";
        return "ecs." + family + "." + size;
    }

    /** The instances are those of deleted nodes that were not released. */
    private Map<String, ?> addExisted(Call call) {
        Cluster named = world.cluster(call.text("ClusterId"));
        Image image = RequestedSettings.image(call).orElseThrow(() -> call.invalid("ImageId must be given"));
        return lifecycles.begin((change, starter) -> {
            Cluster cluster = TaskRules.available(change, named, "running");
            Map<String, Node> kept = change.kept();
            NewNodes names = change.naming(cluster);
            List<Node> nodes = new ArrayList<>();
            for (String id : call.instances()) {
                nodes.add(existed(call, id, kept, names, image));
            }
            change.forget(call.instances());
            change.add(cluster, nodes);
            serve(call, change, cluster, nodes);
            starter.start(ClusterTask.of(call.requestId(), cluster.id(), Lifecycle.ADD_NODES, nodes, world.now()));
            return Map.of("TaskId", call.requestId());
        });
    }

    private Node existed(Call call, String id, Map<String, Node> kept, NewNodes names, Image image) {
        world.clusterOf(id).ifPresent(other -> {
            throw new Refusal(
                    403, "InvalidNodeStatus", "instance " + id + " must be in no cluster, is in " + other.id());
        });
        Node instance = Optional.ofNullable(kept.get(id))
                .orElseThrow(() -> call.invalid("Instance must have ids of stopped instances in no cluster"
                        + (kept.isEmpty() ? "" : ": " + String.join(", ", kept.keySet())) + "; has " + id));
        if (names.has(instance.hostName())) {
            throw call.invalid(
                    "host name " + instance.hostName() + " of instance " + id + " must be new in the cluster");
        }
        Map<String, String> settings = new LinkedHashMap<>(instance.settings());
        settings.put("ImageId", image.id());
        settings.put("ImageOwnerAlias", image.owner());
        Node place = names.node(instance.hostName(), List.of("Compute"), world.now(), settings);
        return WorldChange.joined(instance, place, world.now());
    }

    private List<Node> nodes(Call call, WorldChange change, Cluster cluster, int count, Optional<String> type) {
        Map<String, String> settings = RequestedSettings.of(
                RequestedSettings.of(call),
                "ComputeEnableHt",
                "ComputeSpotStrategy",
                "CreateMode",
                "EcsChargeType",
                "VSwitchId",
                "ZoneId");
        Optional<Image> image = RequestedSettings.image(call);
        settings.put(
                "ImageId", image.map(Image::id).orElse(world.attributes(cluster).imageId()));
        settings.put(
                "ImageOwnerAlias",
                image.map(Image::owner).orElse(world.attributes(cluster).imageOwner()));
        settings.put("InstanceType", type.orElseGet(() -> usualType(call, change, cluster)));
        String prefix = HostNames.part(call, "HostNamePrefix", "compute");
        String suffix = HostNames.part(call, "HostNameSuffix", "");
        List<Node> nodes = change.naming(cluster).compute(count, prefix, suffix, world.now(), settings);
        change.add(cluster, nodes);
        serve(call, change, cluster, nodes);
        return nodes;
    }

    /** Returns the type of the queue, else that of the last node, else that of the creation of the cluster. */
    private static String usualType(Call call, WorldChange change, Cluster cluster) {
        String ofQueue = call.optional("JobQueue")
                .flatMap(change.queues(cluster)::find)
                .map(queue -> queue.instanceType())
                .orElse("");
        if (!ofQueue.isEmpty()) {
            return ofQueue;
        }
        return cluster.nodes("Compute").stream()
                .filter(node -> !node.onPremises())
                .reduce((before, after) -> after)
                .map(Node::instanceType)
                .orElse(cluster.setting("EcsOrder.Compute.InstanceType", Hardware.INSTANCE_TYPE));
    }

    /** Puts nodes into the queue of the request; refuses an unknown one. */
    static void serve(Call call, WorldChange change, Cluster cluster, List<Node> nodes) {
        String parameter = call.operation().parameter("JobQueue").isPresent() ? "JobQueue" : "Queue";
        call.optional(parameter).ifPresent(name -> {
            Queues queues = change.queues(cluster);
            QueueOperations.required(call, cluster, queues, parameter, name);
            change.setQueues(cluster, queues.withNodes(nodes, name));
        });
    }

    private static int stock(Cluster cluster) {
        return Math.max(
                0, LocalOptions.MAX_COMPUTE_NODES - cluster.nodes("Compute").size());
    }

    private static void requireStock(boolean enough, int stock, int least) {
        if (!enough) {
            throw new Refusal(406, "EcsError", "the stock must have at least " + least + " instances, has " + stock);
        }
    }

    static AnswerFields ids(List<Node> nodes) {
        return AnswerFields.of(
                "InstanceIds",
                AnswerFields.wrapped("InstanceId", nodes.stream().map(Node::id).toList()));
    }
}
