package ehpc;

import ehpc.api.InputException;
import ehpc.api.Request;
import ehpc.api.Transport;
import ehpc.command.Command;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A command with everything decided and nothing sent: which requests go to which nodes, in which order. Just these are sent,
 * once each. Immutable.
 */
public final class PlannedRun implements Effect<RunResult> {

    private final Cluster cluster;
    private final RunSpec spec;
    private final NodeSet targets;
    private final int tolerated;
    private final List<Wave> waves;

    /**
     * One request.
     *
     * @param nodes where it goes
     * @param request what is sent; it names the nodes, unless every node of the cluster is meant
     */
    public record Portion(NodeSet nodes, Request request) {}

    /**
     * Nodes that get the command together.
     *
     * @param portions the requests that it takes to name them, at least one
     */
    public record Wave(List<Portion> portions) {

        /** Copies the list. */
        public Wave {
            portions = List.copyOf(portions);
        }

        /** The wave's nodes, in order. */
        List<Node> nodes() {
            return portions.stream()
                    .flatMap(portion -> portion.nodes().stream())
                    .toList();
        }
    }

    private PlannedRun(Cluster cluster, RunSpec spec, NodeSet targets, int tolerated, List<Wave> waves) {
        this.cluster = cluster;
        this.spec = spec;
        this.targets = targets;
        this.tolerated = tolerated;
        this.waves = List.copyOf(waves);
    }

    /** Decides everything about a command on nodes. */
    static PlannedRun of(Cluster cluster, RunSpec spec, NodeSet targets) {
        Request request = request(cluster, spec).checked();
        List<Wave> waves = Waves.of(cluster.id(), spec.waves(), targets).stream()
                .map(nodes -> new Wave(portions(cluster, nodes, request)))
                .toList();
        return new PlannedRun(cluster, spec, targets, spec.tolerated().floorOf(targets.size()), waves);
    }

    /**
     * A command as it was decided before.
     *
     * @param nodes all nodes of its cluster; a request that names none goes to every one
     * @param tolerated how many nodes may be not ok
     * @param requests wave by wave, at least one
     * @throws InputException a request names a node that is not among them
     */
    public static PlannedRun of(Cluster cluster, NodeSet nodes, int tolerated, List<List<Request>> requests) {
        Map<String, Object> first = requests.get(0).get(0).parameters();
        RunSpec spec = RunSpec.of(Command.of(String.valueOf(first.get("Command"))))
                .from(String.valueOf(first.getOrDefault("WorkingDir", "")))
                .timeout(Duration.ofSeconds(Long.parseLong(String.valueOf(first.get("Timeout")))));
        List<Wave> waves = requests.stream()
                .map(wave -> new Wave(wave.stream()
                        .map(request -> new Portion(named(request, nodes), request))
                        .toList()))
                .toList();
        List<Node> named = waves.stream().flatMap(wave -> wave.nodes().stream()).toList();
        boolean every = waves.get(0).portions().get(0).nodes().isEvery();
        NodeSet targets = every ? nodes : NodeSet.of(cluster.id(), named, nodes.origin());
        return new PlannedRun(cluster, spec, targets, tolerated, waves);
    }

    private static NodeSet named(Request request, NodeSet nodes) {
        if (!(request.parameters().get("Instance") instanceof List<?> instances)) {
            return nodes;
        }
        List<Node> named = instances.stream()
                .map(instance -> nodes.node(String.valueOf(((Map<?, ?>) instance).get("Id"))))
                .toList();
        return NodeSet.of(nodes.clusterId(), named, nodes.origin());
    }

    private static Request request(Cluster cluster, RunSpec spec) {
        return cluster.request("InvokeShellCommand")
                .with("Command", spec.command().text())
                .with("Timeout", spec.timeout().toSeconds())
                .with("WorkingDir", spec.directory().isEmpty() ? null : spec.directory());
    }

    private static List<Portion> portions(Cluster cluster, NodeSet wave, Request request) {
        if (wave.isEvery()) {
            return List.of(new Portion(wave, request));
        }
        List<Portion> portions = new ArrayList<>();
        for (List<Node> nodes : Portions.of(wave.stream().toList(), request)) {
            List<Map<String, String>> ids =
                    nodes.stream().map(node -> Map.of("Id", node.id())).toList();
            portions.add(new Portion(
                    NodeSet.of(cluster.id(), nodes, wave.origin()),
                    request.with("Instance", ids).checked()));
        }
        return portions;
    }

    /** The cluster. */
    public Cluster cluster() {
        return cluster;
    }

    /** The command. */
    public Command command() {
        return spec.command();
    }

    /** The directory to start in; empty leaves the choice to the service. */
    public String directory() {
        return spec.directory();
    }

    /** How long the command may take on a node. */
    public Duration timeout() {
        return spec.timeout();
    }

    /** All nodes that are meant, in order. */
    public NodeSet targets() {
        return targets;
    }

    /** How many nodes may be not ok. */
    public int tolerated() {
        return tolerated;
    }

    /** The parts that get the command one after the other. */
    public List<Wave> waves() {
        return waves;
    }

    @Override
    public Origin origin() {
        return cluster.ehpc().origin();
    }

    /**
     * Sends the command and waits for every node's result.
     *
     * @return one result for each node; a failed node is no exception here
     * @throws ehpc.api.ApiException the service refused the command and nothing ran
     */
    @Override
    public RunResult send(Transport transport) {
        return Fanout.run(this, transport);
    }

    @Override
    public RunResult deferred(Supplier<? extends Error> absence) {
        return RunResult.deferred(this, absence);
    }

    /** The command and its nodes, for logs. */
    @Override
    public String toString() {
        Request first = waves.get(0).portions().get(0).request();
        return first.operation() + " on " + targets.folded() + " of " + cluster.id() + ": "
                + first.parameters().get("Command");
    }
}
