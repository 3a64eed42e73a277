package ehpc.local.internal.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The initial clusters of a service. They are stored only as far as they have changed. */
final class Blueprint {

    static final String DEMO = "ehpc-hz-localdemo1";
    static final String HYBRID = "ehpc-hz-localhybrid";
    static final List<String> IDS = List.of(DEMO, HYBRID);

    /** The time at which the clusters were created. */
    static final Instant FOUNDED = Instant.parse("2026-01-05T02:00:00Z");

    static final List<String> MANAGER = List.of("Scheduler", "Account");
    static final List<String> LOGIN = List.of("Login");
    static final List<String> COMPUTE = List.of("Compute");

    private static final int HYBRID_ON_PREMISES = 2;
    private static final int HYBRID_IN_CLOUD = 2;

    private final int computeNodes;
    private final Map<Integer, Node> computes = new ConcurrentHashMap<>();

    /** @param computeNodes the number of compute nodes of the demo cluster */
    Blueprint(int computeNodes) {
        this.computeNodes = computeNodes;
    }

    static Founding founding(String id) {
        return id.equals(DEMO)
                ? new Founding(0, World.REGION, "localdemo1", "a cluster on this machine", false, FOUNDED, Map.of())
                : new Founding(
                        0,
                        World.REGION,
                        "localhybrid",
                        "a hybrid cluster in proxy mode on this machine",
                        true,
                        FOUNDED,
                        Map.of());
    }

    /** Returns the nodes of a cluster, which are none for one that is not initial. */
    List<Node> nodes(String clusterId, Membership membership) {
        List<Node> nodes = new ArrayList<>();
        if (clusterId.equals(DEMO)) {
            nodes.addAll(demo(membership));
        } else if (clusterId.equals(HYBRID)) {
            nodes.addAll(hybrid());
        }
        nodes.removeIf(node -> membership.removed().contains(node.id()));
        nodes.addAll(membership.added());
        return nodes;
    }

    /** A node that joined may have the name of one that a larger number of compute nodes calls for: then the next name is used. */
    private List<Node> demo(Membership membership) {
        Set<String> taken =
                membership.added().stream().map(Node::hostName).collect(Collectors.toCollection(HashSet::new));
        List<Node> nodes = new ArrayList<>(computeNodes + 2);
        nodes.add(inCloud(DEMO, 0, "manager0", MANAGER));
        nodes.add(inCloud(DEMO, 1, "login0", LOGIN));
        for (int i = 0; nodes.size() < computeNodes + 2; i++) {
            String name = numbered("compute", i);
            if (!taken.contains(name) || membership.removed().contains(Ids.node(DEMO, name, 0))) {
                nodes.add(computes.computeIfAbsent(i, number -> inCloud(DEMO, 2 + number, name, COMPUTE)));
            }
        }
        return nodes;
    }

    /** A cluster whose scheduler and half of its first compute nodes are outside the cloud. */
    private static List<Node> hybrid() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(onPremises(0, "scheduler0", MANAGER));
        nodes.add(inCloud(HYBRID, 1, "login0", LOGIN));
        for (int i = 0; i < HYBRID_ON_PREMISES; i++) {
            nodes.add(onPremises(2 + i, numbered("local", i), COMPUTE));
        }
        for (int i = 0; i < HYBRID_IN_CLOUD; i++) {
            nodes.add(inCloud(HYBRID, 2 + HYBRID_ON_PREMISES + i, numbered("compute", i), COMPUTE));
        }
        return nodes;
    }

    /** Returns the compute nodes that had joined a cluster, as the formats that only counted them have named them. */
    List<Node> joined(String clusterId, int count) {
        int first = clusterId.equals(DEMO) ? computeNodes : HYBRID_IN_CLOUD;
        int before = clusterId.equals(DEMO) ? 2 : 2 + HYBRID_ON_PREMISES;
        return IntStream.range(first, first + count)
                .mapToObj(i -> inCloud(clusterId, before + i, numbered("compute", i), COMPUTE))
                .toList();
    }

    static String numbered(String prefix, int number) {
        return String.format(Locale.ROOT, "%s%03d", prefix, number);
    }

    private static Node inCloud(String cluster, int index, String hostName, List<String> roles) {
        int network = cluster.equals(DEMO) ? 16 : 17;
        String ip = String.format(Locale.ROOT, "172.%d.%d.%d", network, index / 250, 1 + index % 250);
        return new Node(Ids.node(cluster, hostName, 0), hostName, roles, ip, false, added(index), Map.of());
    }

    private static Node onPremises(int index, String hostName, List<String> roles) {
        String ip = "192.168.0." + (1 + index);
        return new Node(Ids.node(HYBRID, hostName, 0), hostName, roles, ip, true, added(index), Map.of());
    }

    private static Instant added(int index) {
        return FOUNDED.plusSeconds(600 + index);
    }
}
