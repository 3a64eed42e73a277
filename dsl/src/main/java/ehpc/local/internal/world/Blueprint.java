package ehpc.local.internal.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The clusters of every local service. */
final class Blueprint {

    static final String DEMO = "ehpc-hz-localdemo1";
    static final String HYBRID = "ehpc-hz-localhybrid";

    /** The time at which the clusters were created. */
    static final Instant FOUNDED = Instant.parse("2026-01-05T02:00:00Z");

    private static final int HYBRID_ON_PREMISES = 2;
    private static final int HYBRID_IN_CLOUD = 2;
    private static final List<String> COMPUTE = List.of("Compute");

    private Blueprint() {}

    /**
     * Returns the clusters.
     *
     * @param added the number of compute nodes that joined, by cluster id
     */
    static List<Cluster> clusters(int computeNodes, Map<String, Integer> added) {
        return List.of(demo(computeNodes + added.getOrDefault(DEMO, 0)), hybrid(added.getOrDefault(HYBRID, 0)));
    }

    private static Cluster demo(int computeNodes) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(inCloud(DEMO, 0, "manager0", List.of("Scheduler", "Account")));
        nodes.add(inCloud(DEMO, 1, "login0", List.of("Login")));
        for (int i = 0; i < computeNodes; i++) {
            nodes.add(inCloud(DEMO, 2 + i, numbered("compute", i), COMPUTE));
        }
        return new Cluster(DEMO, "localdemo1", "a cluster on this machine", false, FOUNDED, nodes);
    }

    /** A cluster whose scheduler and half of its first compute nodes are outside the cloud. */
    private static Cluster hybrid(int added) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(onPremises(0, "scheduler0", List.of("Scheduler", "Account")));
        nodes.add(inCloud(HYBRID, 1, "login0", List.of("Login")));
        for (int i = 0; i < HYBRID_ON_PREMISES; i++) {
            nodes.add(onPremises(2 + i, numbered("local", i), COMPUTE));
        }
        for (int i = 0; i < HYBRID_IN_CLOUD + added; i++) {
            nodes.add(inCloud(HYBRID, 2 + HYBRID_ON_PREMISES + i, numbered("compute", i), COMPUTE));
        }
        return new Cluster(
                HYBRID, "localhybrid", "a hybrid cluster in proxy mode on this machine", true, FOUNDED, nodes);
    }

    private static String numbered(String prefix, int number) {
        return String.format(Locale.ROOT, "%s%03d", prefix, number);
    }

    private static Node inCloud(String cluster, int index, String hostName, List<String> roles) {
        int network = cluster.equals(DEMO) ? 16 : 17;
        String ip = String.format(Locale.ROOT, "172.%d.%d.%d", network, index / 250, 1 + index % 250);
        return new Node(Ids.ecs("i", cluster + " " + hostName), hostName, roles, ip, false, added(index));
    }

    private static Node onPremises(int index, String hostName, List<String> roles) {
        String ip = "192.168.0." + (1 + index);
        return new Node(Ids.ecs("i", HYBRID + " " + hostName), hostName, roles, ip, true, added(index));
    }

    private static Instant added(int index) {
        return FOUNDED.plusSeconds(600 + index);
    }
}
