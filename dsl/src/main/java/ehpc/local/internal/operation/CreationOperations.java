package ehpc.local.internal.operation;

import ehpc.api.Catalogue;
import ehpc.local.internal.Refusal;
import ehpc.local.internal.lifecycle.Lifecycles;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.ClusterTask;
import ehpc.local.internal.world.Founding;
import ehpc.local.internal.world.Image;
import ehpc.local.internal.world.Lifecycle;
import ehpc.local.internal.world.NewNodes;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.PostScript;
import ehpc.local.internal.world.Queues;
import ehpc.local.internal.world.WorldChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The operations that create clusters. */
final class CreationOperations {

    /** The maximum number of clusters. */
    static final int MOST_CLUSTERS = 100;

    private final Catalogue catalogue;
    private final Lifecycles lifecycles;
    private final Supplier<Instant> now;

    CreationOperations(Catalogue catalogue, Lifecycles lifecycles, Supplier<Instant> now) {
        this.catalogue = catalogue;
        this.lifecycles = lifecycles;
        this.now = now;
    }

    Map<String, Handler> handlers() {
        return Map.of("CreateCluster", this::create, "CreateHybridCluster", this::createHybrid);
    }

    private Map<String, ?> create(Call call) {
        return create(call, false, (names, founding) -> new NewClusterNodes(call, names, founding).inCloud());
    }

    private Map<String, ?> createHybrid(Call call) {
        return create(call, true, (names, founding) -> new NewClusterNodes(call, names, founding).hybrid());
    }

    private Map<String, ?> create(Call call, boolean hybrid, BiFunction<NewNodes, Founding, List<Node>> nodes) {
        AccountOperations.requireRegion(call, catalogue, call.region());
        RequestedSettings.requireNetwork(call);
        call.instanceType("EcsOrder.Compute.InstanceType");
        call.instanceType("EcsOrder.Login.InstanceType");
        call.instanceType("EcsOrder.Manager.InstanceType");
        List<PostScript> scripts = postScripts(call);
        Founding founding = founding(call, hybrid);
        return lifecycles.begin((change, starter) -> ClientTokens.once(call, change, () -> {
            if (change.clusters() >= MOST_CLUSTERS) {
                throw new Refusal(
                        406, "EcsError", "the account must have at most " + MOST_CLUSTERS + " clusters, has them");
            }
            Cluster cluster = change.create(nth -> founding.numbered(nth));
            List<Node> added = nodes.apply(change.naming(cluster), founding);
            change.add(cluster, added);
            change.setPostScripts(cluster, scripts);
            change.setTags(cluster, tags(call));
            setQueue(call, change, cluster, added);
            starter.start(ClusterTask.of(
                    call.requestId(), cluster.id(), Lifecycle.CREATE_CLUSTER, added, founding.created()));
            return AnswerFields.of("ClusterId", cluster.id()).and("TaskId", call.requestId());
        }));
    }

    private Founding founding(Call call, boolean hybrid) {
        Map<String, String> settings = new TreeMap<>(RequestedSettings.of(call));
        RequestedSettings.image(call).ifPresent(image -> settings.putAll(settings(call, image)));
        settings.putIfAbsent("SchedulerType", hybrid ? hybridScheduler(call) : "pbs");
        settings.putIfAbsent("DeployMode", "Standard");
        settings.putIfAbsent("ZoneId", call.region() + "-k");
        return new Founding(
                0,
                call.region(),
                call.text("Name"),
                call.optional("Description").orElse(""),
                hybrid,
                now.get(),
                settings);
    }

    private static String hybridScheduler(Call call) {
        return call.objects("Nodes").stream()
                .flatMap(node -> ParameterValues.text(node, "SchedulerType").stream())
                .findFirst()
                .orElse("pbs");
    }

    private static Map<String, String> settings(Call call, Image image) {
        String wanted = call.optional("OsTag").orElse(image.osTag());
        if (!wanted.equals(image.osTag())) {
            throw call.invalid("OsTag must be that of image " + image.id() + ": " + image.osTag() + ", is " + wanted);
        }
        return Map.of("OsTag", image.osTag(), "ImageOwnerAlias", image.owner());
    }

    private static List<PostScript> postScripts(Call call) {
        List<PostScript> scripts = RequestedSettings.postScripts(call, "PostInstallScript");
        for (int i = 0; i < scripts.size(); i++) {
            if (!scripts.get(i).url().matches("(?i)(https?://[^/?#\\s]|file:/|/)\\S*")) {
                throw call.invalid("PostInstallScript[" + (i + 1)
                        + "].Url must be an http, https or file URL or an absolute path, is '"
                        + scripts.get(i).url() + "'");
            }
        }
        return scripts;
    }

    private static Map<String, String> tags(Call call) {
        Map<String, String> tags = new TreeMap<>();
        for (int i = 0; i < call.objects("Tag").size(); i++) {
            tags.put(
                    call.field("Tag", i, "Key"),
                    ParameterValues.text(call.objects("Tag").get(i), "Value").orElse(""));
        }
        return tags;
    }

    private static void setQueue(Call call, WorldChange change, Cluster cluster, List<Node> nodes) {
        call.like("JobQueue", "[A-Za-z][A-Za-z0-9_]{0,62}", "workq").ifPresent(name -> {
            Queues queues = change.queues(cluster);
            Queues all = queues.find(name).isPresent() ? queues : queues.with(queues.named(name));
            change.setQueues(
                    cluster,
                    all.withNodes(
                            nodes.stream().filter(node -> node.is("Compute")).toList(), name));
        });
    }
}
