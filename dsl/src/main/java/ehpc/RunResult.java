package ehpc;

import com.fasterxml.jackson.annotation.JsonValue;
import ehpc.api.Deferred;
import ehpc.api.InputException;
import ehpc.api.Phrases;
import ehpc.command.Command;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import ehpc.text.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The result of a command: one {@link NodeResult} for each target node, in the set's order. Immutable and thread-safe. */
@WordsOf(
        value = WordPlace.RESULT,
        form = "RESULT.%s",
        given = "def r = run 'hostname' on nodes.compute",
        example = "println r.%s",
        first = "ok failed unknown okNodes failedNodes nodes results [] of output gathered counts"
                + " records summary merged tolerated command commandIds")
public final class RunResult implements Iterable<NodeResult> {

    private final String region;
    private final String clusterId;
    private final RunSpec spec;
    private final String step;
    private final Deferred<List<NodeResult>> results;
    private final int tolerated;
    private final boolean amongClusters;
    private final Runnable look;
    private Map<String, NodeResult> byId;
    private NodeSet nodes;

    RunResult(String region, String clusterId, Command command, List<NodeResult> results, int tolerated) {
        this(region, clusterId, RunSpec.of(command), Deferred.of(List.copyOf(results)), tolerated);
    }

    RunResult(String region, String clusterId, RunSpec spec, Deferred<List<NodeResult>> results, int tolerated) {
        this(region, clusterId, spec, "", results, tolerated, false, () -> {});
    }

    private RunResult(
            String region,
            String clusterId,
            RunSpec spec,
            String step,
            Deferred<List<NodeResult>> results,
            int tolerated,
            boolean amongClusters,
            Runnable look) {
        this.region = region;
        this.clusterId = clusterId;
        this.spec = spec;
        this.step = step;
        this.results = results;
        this.tolerated = tolerated;
        this.amongClusters = amongClusters;
        this.look = look;
    }

    /**
     * Returns the result of a command from the results of its nodes.
     *
     * @param results one for each target node, in their order
     * @param tolerated how many nodes may fail
     */
    public static RunResult collected(Cluster cluster, Command command, List<NodeResult> results, int tolerated) {
        return new RunResult(cluster.ehpc().region(), cluster.id(), command, results, tolerated);
    }

    /** Returns a placeholder for the result of a command that is recorded and not sent: access to anything not known beforehand throws. */
    static RunResult deferred(PlannedRun run, Supplier<? extends Error> absence) {
        Cluster cluster = run.cluster();
        Deferred<List<NodeResult>> results = Deferred.absent(absence);
        return new RunResult(cluster.ehpc().region(), cluster.id(), run.spec(), results, run.tolerated());
    }

    /**
     * Returns the same result with a check for access.
     *
     * @param look called when the outcome is read; reading the output of a node does not count
     */
    public RunResult watched(Runnable look) {
        return new RunResult(region, clusterId, spec, step, results, tolerated, amongClusters, look);
    }

    /**
     * Returns the same result with the step of a journal that has it.
     *
     * @param step the id of the run and the number of the step, such as {@code 20261129-130501-4f2a.2}
     */
    public RunResult recordedAs(String step) {
        return new RunResult(region, clusterId, spec, step, results, tolerated, amongClusters, look);
    }

    /** Returns the step of a journal that has the result, as {@link #recordedAs} sets it; empty for none. */
    public String recordedAs() {
        return step;
    }

    /** Returns the settings of the command. */
    RunSpec spec() {
        return spec;
    }

    /** Returns the same result for display beside those of other clusters: its headers include the cluster. */
    public RunResult amongClusters() {
        return new RunResult(region, clusterId, spec, step, results, tolerated, true, look);
    }

    private List<NodeResult> seen() {
        look.run();
        return results.require();
    }

    /** Returns the region of the cluster. */
    public String region() {
        return region;
    }

    /** Returns the cluster. */
    @WordFacts("The id of the cluster that it ran on.")
    public String clusterId() {
        return clusterId;
    }

    /** Returns the command. */
    @WordFacts(value = "The command that was run.", example = "println r.command().text")
    public Command command() {
        return spec.command();
    }

    /** Returns one result for each target node, in the set's order. */
    @WordFacts(
            value = "The results of the nodes, in their order; for (n in RESULT) iterates over them, too.",
            example = "r.results.each { println \"$it.node ${it.summary()}\" }")
    public List<NodeResult> getResults() {
        return seen();
    }

    /**
     * Returns the records of the nodes, as {@code ehpc run --output json} prints them except for the number of the run: those of
     * {@link NodeResult#record} plus the {@code command}. Jackson serializes a result as this list; pass it to any other library.
     */
    @WordFacts(
            value = "The records of all nodes for programs: a list of maps.",
            example = "println r.records().first().exitCode")
    @JsonValue
    public List<Map<String, Object>> records() {
        Map<String, Object> ofRun = Map.of("command", command().text());
        return stream().map(result -> result.record(ofRun)).toList();
    }

    /**
     * Returns the result of a node by host name, id or {@link Node#label}; empty if it does not exist.
     *
     * @throws InputException if several nodes of the cluster have that name
     */
    @WordFacts(
            form = "RESULT.of('NAME')",
            value = "The result of one node, an Optional that is empty for other nodes.",
            names = "node",
            example = "println r.of('login0').present")
    public Optional<NodeResult> of(String nameOrId) {
        index();
        return nodes.contains(nameOrId)
                ? Optional.of(byId.get(nodes.node(nameOrId).id()))
                : Optional.empty();
    }

    /**
     * The result of a node by host name, id or {@link Node#label}.
     *
     * @throws InputException if it does not exist, or several nodes of the cluster have that name
     */
    public NodeResult result(String nameOrId) {
        return of(nameOrId).orElseThrow(() -> {
            List<String> names = results.require().stream()
                    .map(NodeResult::node)
                    .flatMap(node -> Stream.of(node.id(), node.name()))
                    .toList();
            NodeSet all = nodes(r -> true, "results");
            return new InputException("no result of node '" + nameOrId + "'" + Nearest.hint(nameOrId, names)
                    + "; known: " + (all.isEmpty() ? "none" : all.folded()));
        });
    }

    private synchronized void index() {
        List<NodeResult> looked = seen();
        if (byId == null) {
            Map<String, NodeResult> index = new HashMap<>();
            looked.forEach(result -> index.put(result.node().id(), result));
            nodes = NodeSet.of(clusterId, looked.stream().map(NodeResult::node).toList(), "results");
            byId = index;
        }
    }

    /**
     * Returns the output of the command on its only node.
     *
     * @throws InputException if the result does not have exactly one node
     */
    @WordFacts(
            value = "The output of the command, if it ran on one node.",
            example = {"def r = run 'hostname' on node('login0')", "print r.output"})
    public String getOutput() {
        List<NodeResult> nodes = results.require();
        if (nodes.size() != 1) {
            String example = nodes.isEmpty() ? "NAME" : nodes.get(0).node().label();
            throw new InputException("output is for a run on one node, this one has " + nodes.size() + "; use: ['"
                    + example + "'].output");
        }
        return nodes.get(0).output();
    }

    /** Returns whether every node is ok, except for as many as tolerated. An unknown outcome counts as not ok. */
    @WordFacts("Whether all nodes are ok, except for as many as are tolerated.")
    public boolean isOk() {
        return stream().filter(r -> !r.isOk()).count() <= tolerated;
    }

    /** Returns whether more nodes are not ok than tolerated. */
    @WordFacts(
            value = "Whether more nodes are not ok than were tolerated.",
            example = {"if (r.failed) {", "    println r.failedNodes", "}"})
    public boolean isFailed() {
        return !isOk();
    }

    /** Whether it is not ok and the outcome of a node is not known. */
    @WordFacts("Whether it is not ok, and the outcome of a node is unknown.")
    public boolean isUnknown() {
        return isFailed() && stream().anyMatch(r -> r.outcome() == Outcome.UNKNOWN);
    }

    /** Returns how many nodes that are not ok were tolerated. */
    @WordFacts(
            value = "The number of nodes that may be not ok.",
            example = {"def r = run 'true' tolerate 50.percent on nodes.compute", "println r.tolerated()"})
    public int tolerated() {
        return tolerated;
    }

    /** Returns the nodes with an outcome. */
    @WordFacts(
            form = "RESULT.nodes(OUTCOME)",
            value = "The nodes with that outcome.",
            example = "println r.nodes(ehpc.Outcome.OK)")
    public NodeSet nodes(Outcome outcome) {
        return nodes(r -> r.outcome() == outcome, outcome.word() + " nodes");
    }

    /** Returns the nodes that are ok. */
    @WordFacts("The nodes that are ok.")
    public NodeSet getOkNodes() {
        return nodes(Outcome.OK);
    }

    /** Returns the nodes that are not ok, for any reason. */
    @WordFacts(
            value = "The nodes that are not ok, for any reason.",
            example = {"def r = run 'test $(hostname) = compute000' on nodes.compute", "println r.failedNodes"})
    public NodeSet getFailedNodes() {
        return nodes(r -> !r.isOk(), "failed nodes");
    }

    /** Returns the nodes that have one of some outcomes. Does not count as reading the outcome. */
    NodeSet nodesToRerun(Set<Outcome> outcomes) {
        List<Node> wanted = results.require().stream()
                .filter(result -> outcomes.contains(result.outcome()))
                .map(NodeResult::node)
                .toList();
        List<String> words = outcomes.stream().sorted().map(Outcome::word).toList();
        return NodeSet.of(clusterId, wanted, Phrases.or(words) + " nodes");
    }

    /**
     * Returns this result with the results of a later run in place of its own, for the nodes that both have. Counts as reading the outcome
     * only if the merged result is ok, or the later run had every node that was not ok.
     *
     * @param later such as the result of {@link Cluster#rerun}
     */
    @WordFacts(
            form = "RESULT.merged(RESULT)",
            value = "The result with those of a later run in place, for the nodes that both have.",
            example = {"def again = run 'hostname' on nodes['compute000']", "println r.merged(again).summary()"})
    public RunResult merged(RunResult later) {
        Map<String, NodeResult> byNode = new HashMap<>();
        later.results.require().forEach(result -> byNode.put(result.node().id(), result));
        List<NodeResult> all = results.require().stream()
                .map(result -> byNode.getOrDefault(result.node().id(), result))
                .toList();
        RunResult merged =
                new RunResult(region, clusterId, spec, step, Deferred.of(all), tolerated, amongClusters, () -> {});
        boolean covered = results.require().stream()
                .allMatch(result ->
                        result.isOk() || byNode.containsKey(result.node().id()));
        if (covered || merged.isOk()) {
            look.run();
        }
        return merged;
    }

    private NodeSet nodes(Predicate<NodeResult> which, String origin) {
        return NodeSet.of(
                clusterId, stream().filter(which).map(NodeResult::node).toList(), origin);
    }

    /** Returns the number of nodes by outcome; the sum is the size of the target set. Outcomes without nodes are omitted. */
    @WordFacts("The number of nodes for each outcome, a map.")
    public Map<Outcome, Integer> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        seen().forEach(r -> counts.merge(r.outcome(), 1, Integer::sum));
        return counts;
    }

    /** Returns the ids of the commands that were sent, in order. */
    @WordFacts(
            value = "The service's ids of the commands sent, one for each wave or portion of nodes.",
            example = "println r.commandIds().size()")
    public List<String> commandIds() {
        return stream()
                .map(NodeResult::commandId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    /** Groups results that look the same; the group of the first node comes first. */
    @WordFacts(value = "Groups of nodes with equal results.", example = "println r.gathered().size()")
    public List<ResultGroup> gathered() {
        Map<Object, List<NodeResult>> alike = new LinkedHashMap<>();
        seen().forEach(r ->
                alike.computeIfAbsent(r.likeness(), key -> new ArrayList<>()).add(r));
        return alike.values().stream()
                .map(same -> new ResultGroup(same, amongClusters))
                .toList();
    }

    /** Returns one line that counts the outcomes, such as {@code 3 of 4 nodes ok, 1 failed}. */
    @WordFacts("The number of nodes for each outcome, as text.")
    public String summary() {
        StringBuilder line = new StringBuilder();
        int ok = counts().getOrDefault(Outcome.OK, 0);
        line.append(ok).append(" of ").append(seen().size()).append(seen().size() == 1 ? " node ok" : " nodes ok");
        counts().forEach((outcome, count) -> {
            if (outcome != Outcome.OK) {
                line.append(", ").append(count).append(' ').append(outcome.word());
            }
        });
        return line.toString();
    }

    /** Returns the results, in order. */
    @WordFacts(
            value = "The results of the nodes as a stream of Java.",
            example = "println r.stream().filter { it.ok }.count()")
    public Stream<NodeResult> stream() {
        return seen().stream();
    }

    @Override
    public Iterator<NodeResult> iterator() {
        return seen().iterator();
    }

    /**
     * Writes the grouped results as text, incrementally: a header for each group, then its output indented by two spaces.
     *
     * @throws IOException if it cannot be written
     */
    @WordFacts(
            form = "RESULT.writeTo(WRITER)",
            value = "Writes the gathered results as text.",
            example = {"def text = new StringWriter()", "r.writeTo(text)", "print text"})
    public void writeTo(Appendable out) throws IOException {
        GatheredText.write(this, out);
    }

    /** Returns the grouped results as text, see {@link #writeTo}. */
    @Override
    public String toString() {
        return GatheredText.of(this);
    }
}
