package ehpc.local.internal.operation;

import ehpc.api.Catalogue;
import ehpc.api.Json;
import ehpc.api.Operation;
import ehpc.api.Parameter;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.AutoScale;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Image;
import ehpc.local.internal.world.Queue;
import ehpc.local.internal.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations on the settings of auto scaling, which are recorded only: no node joins or leaves. */
final class AutoScaleOperations {

    private static final String SET = "SetAutoScaleConfig";
    private static final String QUEUES = "Queues";
    private static final String PREFIX = "HostNamePrefix";

    /** The parameters that are no settings of the cluster, or have another form in answers. */
    private static final Set<String> APART = Set.of("ClusterId", "DnsConfig", QUEUES);

    /** The settings of queues only, or of the nodes: DescribeAutoScaleConfig lacks them. */
    private static final Set<String> NOT_DESCRIBED = Set.of("ComputeEnableHt", "ImageId", "SpotPriceLimit");

    private final Catalogue catalogue;
    private final World world;

    AutoScaleOperations(Catalogue catalogue, World world) {
        this.catalogue = catalogue;
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of("DescribeAutoScaleConfig", this::describe, "GetAutoScaleConfig", this::get, SET, this::set);
    }

    private Map<String, ?> get(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        AutoScale config = world.facilities(cluster).autoScale();
        List<AnswerFields> queues = world.queues(cluster).list().stream()
                .map(queue -> queue(queue, config.queue(queue.name())))
                .toList();
        Object dns = config.cluster().get("DnsConfig");
        return common(cluster)
                .and(settings(parameters(), config.cluster(), APART))
                .and("DnsConfig", dns instanceof Map<?, ?> given ? Json.text(given) : "")
                .and(
                        "ImageId",
                        text(
                                config.cluster(),
                                "ImageId",
                                world.attributes(cluster).imageId()))
                .and(QUEUES, AnswerFields.wrapped("QueueInfo", queues));
    }

    /** The older form, whose price is a text. */
    private Map<String, ?> describe(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        Map<String, Object> given = world.facilities(cluster).autoScale().cluster();
        Map<String, Object> all = settings(parameters(), given, APART);
        AnswerFields answer = common(cluster).and(all);
        answer.keySet().removeAll(NOT_DESCRIBED);
        return answer.and("SpotPriceLimit", String.valueOf(all.get("SpotPriceLimit")));
    }

    private static AnswerFields common(Cluster cluster) {
        return AnswerFields.of("ClusterId", cluster.id())
                .and("ClusterType", Hardware.SCHEDULER)
                .and("Uid", World.ACCOUNT);
    }

    private List<Parameter> parameters() {
        return catalogue.find(SET).map(Operation::parameters).orElse(List.of());
    }

    private List<Parameter> fields(String list) {
        List<Parameter> ofQueue = ParameterValues.of(parameters(), QUEUES);
        return list.equals(QUEUES) ? ofQueue : ParameterValues.of(ofQueue, list);
    }

    private AnswerFields queue(Queue queue, Map<String, Object> given) {
        AnswerFields all = settings(fields(QUEUES), given, Set.of("DataDisks", "InstanceTypes"));
        String prefix = text(given, PREFIX, "compute");
        return all.and("QueueName", queue.name())
                .and(PREFIX, prefix)
                .and("InstanceType", text(given, "InstanceType", queue.instanceType()))
                .and("ResourceGroupId", queue.resourceGroupId())
                .and("DataDisks", list(given, "DataDisks", "DataDisksInfo", Map.of()))
                .and("InstanceTypes", list(given, "InstanceTypes", "InstanceTypeInfo", Map.of(PREFIX, prefix)));
    }

    private AnswerFields list(Map<String, Object> given, String name, String inner, Map<String, Object> more) {
        List<?> list = given.get(name) instanceof List<?> objects ? objects : List.of();
        List<AnswerFields> all = list.stream()
                .map(one -> settings(fields(name), ParameterValues.named(one), Set.of())
                        .and(more))
                .toList();
        return AnswerFields.wrapped(inner, all);
    }

    /** Returns the settings with the documented defaults of those that were not given. */
    private static AnswerFields settings(List<Parameter> parameters, Map<String, Object> given, Set<String> apart) {
        AnswerFields all = AnswerFields.none();
        parameters.stream()
                .filter(parameter -> !apart.contains(parameter.name()))
                .forEach(parameter -> all.and(
                        parameter.name(), given.getOrDefault(parameter.name(), ParameterValues.missing(parameter))));
        return all;
    }

    private static String text(Map<String, Object> given, String name, String otherwise) {
        return given.getOrDefault(name, otherwise).toString();
    }

    /** Replaces the settings of the cluster, and those of the given queues. */
    private Map<String, ?> set(Call call) {
        Cluster cluster = world.running(world.cluster(call.text("ClusterId")));
        Map<String, Object> ofCluster = new LinkedHashMap<>(call.parameters());
        ofCluster.keySet().removeAll(Set.of("ClusterId", QUEUES));
        requireNodes(call, cluster);
        call.optional("ImageId").ifPresent(id -> requireImage(call, "ImageId", id));
        Map<String, Map<String, Object>> ofQueues = new LinkedHashMap<>();
        for (int i = 0; i < call.objects(QUEUES).size(); i++) {
            Map<String, Object> queue =
                    ParameterValues.named(call.objects(QUEUES).get(i));
            String name = requireQueue(call, cluster, i);
            if (ofQueues.put(name, queue) != null) {
                throw call.invalid("queue '" + name + "' must be given once, is given twice");
            }
            check(call, "Queues[" + (i + 1) + "]", queue);
        }
        world.changeFacilities(
                cluster,
                facilities -> facilities.withAutoScale(facilities.autoScale().changed(ofCluster, ofQueues)));
        return Map.of();
    }

    private static void requireNodes(Call call, Cluster cluster) {
        for (String id :
                call.optional("ExcludeNodes").map(text -> text.split(",")).orElse(new String[0])) {
            if (cluster.node(id).filter(node -> node.is("Compute")).isEmpty()) {
                throw call.invalid(
                        "ExcludeNodes must be ids of compute nodes of cluster " + cluster.id() + ", is " + id);
            }
        }
    }

    private String requireQueue(Call call, Cluster cluster, int index) {
        String name = call.field(QUEUES, index, "QueueName");
        QueueOperations.required(
                call, cluster, world.queues(cluster), QUEUES + "[" + (index + 1) + "].QueueName", name);
        return name;
    }

    private static void requireImage(Call call, String where, String id) {
        if (Image.ofClusters().stream().noneMatch(image -> image.id().equals(id))) {
            throw call.invalid(where + " must be an image for " + Hardware.PLATFORM + ", is " + id);
        }
    }

    /** Refuses a minimum above its maximum, and an unknown image. */
    private void check(Call call, String where, Map<String, Object> queue) {
        Object image = queue.get("QueueImageId");
        if (image != null) {
            requireImage(call, where + ".QueueImageId", image.toString());
        }
        Map<String, Object> all = settings(fields(QUEUES), queue, Set.of());
        requireOrder(call, where, all, "MinNodesInQueue", "MaxNodesInQueue");
        if (queue.containsKey("MaxNodesPerCycle") && number(all, "MaxNodesPerCycle") > 0) {
            requireOrder(call, where, all, "MinNodesPerCycle", "MaxNodesPerCycle");
        }
    }

    private static void requireOrder(Call call, String where, Map<String, Object> all, String low, String high) {
        if (number(all, low) > number(all, high)) {
            throw call.invalid(where + "." + low + " must be at most " + high + " (" + number(all, high) + "), is "
                    + number(all, low));
        }
    }

    private static long number(Map<String, Object> all, String name) {
        return Long.parseLong(all.get(name).toString());
    }
}
