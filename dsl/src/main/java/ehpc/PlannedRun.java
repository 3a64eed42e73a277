package ehpc;

import ehpc.api.Deferred;
import ehpc.api.InputException;
import ehpc.api.Request;
import ehpc.api.Transport;
import ehpc.command.Command;
import ehpc.node.CountOrPercent;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A fully specified command that has not been sent: its requests, their nodes and their order. Exactly these requests are sent, once each.
 * Immutable.
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
     * @param nodes its nodes
     * @param request the request; it lists the nodes, unless it is for every node of the cluster
     */
    public record Portion(NodeSet nodes, Request request) {}

    /**
     * Nodes that receive the command together.
     *
     * @param portions the requests that list them, at least one
     */
    public record Wave(List<Portion> portions) {

        /** Copies the list. */
        public Wave {
            portions = List.copyOf(portions);
        }

        /** Returns the wave's nodes, in order. */
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

    /** Plans a command on nodes. */
    static PlannedRun of(Cluster cluster, RunSpec spec, NodeSet targets) {
        Request request = request(cluster, spec).checked();
        List<Wave> waves = parts(cluster.id(), spec.waves(), targets).stream()
                .map(nodes -> new Wave(portions(cluster, nodes, request)))
                .toList();
        return new PlannedRun(cluster, spec, targets, spec.tolerated().floorOf(targets.size()), waves);
    }

    /**
     * Restores a command that was planned before.
     *
     * @param nodes all nodes of its cluster; a request without a list goes to every one
     * @param tolerated how many nodes may fail
     * @param requests wave by wave, at least one
     * @throws InputException if a request names a node that is not among them
     */
    public static PlannedRun of(Cluster cluster, NodeSet nodes, int tolerated, List<List<Request>> requests) {
        Map<String, Object> first = requests.get(0).get(0).parameters();
        RunSpec spec = RunSpec.of(Command.of(String.valueOf(first.get("Command"))))
                .from(String.valueOf(first.getOrDefault("WorkingDir", "")))
                .timeout(Duration.ofSeconds(Long.parseLong(String.valueOf(first.get("Timeout")))))
                .tolerate(CountOrPercent.count(tolerated));
        List<Wave> waves = requests.stream()
                .map(wave -> new Wave(wave.stream()
                        .map(request -> new Portion(named(request, nodes), request))
                        .toList()))
                .toList();
        if (waves.size() > 1) {
            spec = spec.waves(waves.stream()
                    .map(wave -> CountOrPercent.count(wave.nodes().size()))
                    .toList());
        }
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

    /** Returns the waves in order; none for an empty set. */
    private static List<NodeSet> parts(String clusterId, List<CountOrPercent> sizes, NodeSet targets) {
        if (targets.isEmpty()) {
            return List.of();
        }
        if (sizes.isEmpty()) {
            return List.of(targets);
        }
        List<Node> nodes = targets.stream().toList();
        List<NodeSet> waves = new ArrayList<>();
        for (int from = 0; from < nodes.size(); ) {
            CountOrPercent size = sizes.get(Math.min(waves.size(), sizes.size() - 1));
            int to = Math.min(nodes.size(), from + size.ceilingOf(nodes.size()));
            waves.add(NodeSet.of(clusterId, nodes.subList(from, to), "wave " + (waves.size() + 1)));
            from = to;
        }
        return waves;
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
        for (List<Node> nodes : NodeBatches.of(wave.stream().toList(), request)) {
            List<Map<String, String>> ids =
                    nodes.stream().map(node -> Map.of("Id", node.id())).toList();
            portions.add(new Portion(
                    NodeSet.of(cluster.id(), nodes, wave.origin()),
                    request.with("Instance", ids).checked()));
        }
        return portions;
    }

    /** Returns the cluster. */
    public Cluster cluster() {
        return cluster;
    }

    /** Returns the command. */
    public Command command() {
        return spec.command();
    }

    /** Returns all settings except the nodes. */
    RunSpec spec() {
        return spec;
    }

    /**
     * Returns the recorded step that this run repeats on some of its nodes, as {@link RunResult#recordedAs} has it; empty for a run of its own or
     * without a journal.
     */
    public String reruns() {
        return spec.reruns();
    }

    /** Returns whether its output may contain secrets that the journal does not know, see {@link RunStep#withholding}. */
    public boolean isWithheld() {
        return spec.withheld();
    }

    /** Returns the accepted number of failed nodes as it was given: a count, or a share of the target nodes. */
    public CountOrPercent tolerance() {
        return spec.tolerated();
    }

    /** Returns the sizes of the waves as they were given; none for a single wave. */
    public List<CountOrPercent> waveSizes() {
        return spec.waves();
    }

    /** Returns the directory to start in; empty leaves the choice to the service. */
    public String directory() {
        return spec.directory();
    }

    /** Returns the time limit of the command on a node. */
    public Duration timeout() {
        return spec.timeout();
    }

    /** Returns the target nodes, in order. */
    public NodeSet targets() {
        return targets;
    }

    /** Returns how many nodes may fail. */
    public int tolerated() {
        return tolerated;
    }

    /** Returns the waves, which receive the command in this order. */
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
     * @return one result for each node; a failed node throws no exception here
     * @throws ehpc.api.ApiException if the service refused the command and nothing ran
     */
    @Override
    public RunResult send(Transport transport) {
        return RunExecutor.run(this, transport);
    }

    /**
     * Returns the result of this run from those of its nodes.
     *
     * @param results one for each target node, in their order
     */
    public RunResult result(List<NodeResult> results) {
        return new RunResult(cluster.ehpc().region(), cluster.id(), spec, Deferred.of(List.copyOf(results)), tolerated);
    }

    @Override
    public RunResult deferred(Supplier<? extends Error> absence) {
        return RunResult.deferred(this, absence);
    }

    /** Returns the command and its nodes, for logs. */
    @Override
    public String toString() {
        Request first = waves.get(0).portions().get(0).request();
        return first.operation() + " on " + targets.folded() + " of " + cluster.id() + ": "
                + first.parameters().get("Command");
    }
}
