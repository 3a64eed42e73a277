package ehpc.local.internal.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives names, ids and addresses to the new nodes of a cluster. Not thread-safe. */
public final class NewNodes {

    /** Beyond the addresses of the initial nodes. */
    private static final int FIRST_ADDRESS = 10_250;

    private static final int SUBNET = 250;

    private final String clusterId;
    private final String network;
    private final Set<String> ids;
    private final Set<String> names = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();
    private int address = FIRST_ADDRESS;

    private NewNodes(String clusterId, String network, Set<String> usedIds) {
        this.clusterId = clusterId;
        this.network = network;
        this.ids = usedIds;
    }

    static NewNodes of(Cluster cluster, Membership membership) {
        var nodes = new NewNodes(cluster.id(), network(cluster), new HashSet<>(membership.removed()));
        for (Node node : cluster.nodes()) {
            nodes.ids.add(node.id());
            nodes.names.add(node.hostName());
            nodes.addresses.add(node.ip());
        }
        return nodes;
    }

    /** The networks of the initial clusters are 172.16 and 172.17. */
    private static String network(Cluster cluster) {
        if (cluster.nth() > 0) {
            return "10." + cluster.nth() % SUBNET;
        }
        return cluster.id().equals(Blueprint.DEMO) ? "172.16" : "172.17";
    }

    /** Returns compute nodes, whose host names have the numbers after the highest one in use. */
    public List<Node> compute(int count, String prefix, String suffix, Instant added, Map<String, String> settings) {
        int number = next(prefix, suffix);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = String.format(Locale.ROOT, "%s%03d%s", prefix, number + i, suffix);
            nodes.add(node(name, Blueprint.COMPUTE, added, settings));
        }
        return nodes;
    }

    /** Returns a node in the cloud. */
    public Node node(String hostName, List<String> roles, Instant added, Map<String, String> settings) {
        return node(hostName, roles, nextAddress(), false, added, settings);
    }

    /** Returns a node at an address that is given. */
    public Node node(
            String hostName,
            List<String> roles,
            String ip,
            boolean onPremises,
            Instant added,
            Map<String, String> settings) {
        names.add(hostName);
        addresses.add(ip);
        return new Node(id(hostName), hostName, roles, ip, onPremises, added, settings);
    }

    /** Returns whether a node of the cluster has this host name. */
    public boolean has(String hostName) {
        return names.contains(hostName);
    }

    /** Returns whether a node of the cluster has this address. */
    public boolean hasAddress(String ip) {
        return addresses.contains(ip);
    }

    private int next(String prefix, String suffix) {
        Pattern numbered = Pattern.compile(Pattern.quote(prefix) + "([0-9]{1,8})" + Pattern.quote(suffix));
        return names.stream()
                        .map(numbered::matcher)
                        .filter(Matcher::matches)
                        .mapToInt(name -> Integer.parseInt(name.group(1)))
                        .max()
                        .orElse(-1)
                + 1;
    }

    private String id(String hostName) {
        int generation = 0;
        while (!ids.add(Ids.node(clusterId, hostName, generation))) {
            generation++;
        }
        return Ids.node(clusterId, hostName, generation);
    }

    private String nextAddress() {
        while (!addresses.add(address())) {
            address++;
        }
        return address();
    }

    private String address() {
        return String.format(Locale.ROOT, "%s.%d.%d", network, address / SUBNET, 1 + address % SUBNET);
    }
}
