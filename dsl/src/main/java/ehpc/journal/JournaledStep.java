package ehpc.journal;

import ehpc.Cluster;
import ehpc.EhpcClient;
import ehpc.NodeResult;
import ehpc.Outcome;
import ehpc.RunResult;
import ehpc.RunStep;
import ehpc.Submission;
import ehpc.SubmittedCommand;
import ehpc.command.Command;
import ehpc.command.Marker;
import ehpc.journal.JournaledRequest.State;
import ehpc.node.CountOrPercent;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import ehpc.plan.Redactor;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** A change of the service in a journal: a command on nodes, or a call of an operation. Immutable. */
public final class JournaledStep {

    private static final String NOT_READ = "the command was sent earlier, and its result was not read";

    private final Facts facts;
    private final List<Node> nodes;
    private final List<JournaledRequest> requests;
    private final Map<String, NodeResult> results;
    private final boolean withheld;
    private final boolean settled;

    /**
     * The facts that were known before the first request.
     *
     * @param number the number in the run, from 1
     * @param line the script's line, from 1; 0 if unknown
     * @param main whether the thread that began the run performed it, so that its order is fixed
     * @param key a digest of all its requests
     * @param tolerated how many of the nodes may fail
     * @param tolerance the same as it was given
     * @param reruns the id of the run and the number of the step that it repeats; empty for none
     */
    record Facts(
            int number,
            int line,
            boolean main,
            String key,
            String operation,
            String region,
            String cluster,
            String command,
            String directory,
            Duration timeout,
            int tolerated,
            CountOrPercent tolerance,
            List<CountOrPercent> waves,
            String reruns) {}

    JournaledStep(
            Facts facts,
            List<Node> nodes,
            List<JournaledRequest> requests,
            Map<String, NodeResult> results,
            boolean withheld,
            boolean settled) {
        this.facts = facts;
        this.nodes = List.copyOf(nodes);
        this.requests = List.copyOf(requests);
        this.results = Map.copyOf(results);
        this.withheld = withheld;
        this.settled = settled;
    }

    /** Returns its number in the run, from 1. */
    public int number() {
        return facts.number();
    }

    /** Returns the script's line, from 1; 0 if unknown. */
    public int line() {
        return facts.line();
    }

    /** Returns the operation; {@code InvokeShellCommand} for a command. */
    public String operation() {
        return facts.operation();
    }

    /** Returns the region. */
    public String region() {
        return facts.region();
    }

    /** Returns the cluster; empty for none. */
    public String cluster() {
        return facts.cluster();
    }

    /** Returns the text of the command with asterisks for secrets; empty for a call. */
    public String command() {
        return facts.command();
    }

    /** Returns the time limit of the command on a node; zero for a call. */
    public Duration timeout() {
        return facts.timeout();
    }

    /** Returns how many nodes may fail. */
    public int tolerated() {
        return facts.tolerated();
    }

    /** Returns the target nodes, in order; none for a call. */
    public List<Node> nodes() {
        return nodes;
    }

    /** Returns the recorded outcomes by node id; fewer than the nodes if the results were not collected. */
    public Map<String, Outcome> outcomes() {
        return results.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().outcome()));
    }

    /** Returns the recorded outcomes; a node without one is unknown if the command was sent to it, else not run. */
    private NodeResult outcome(Node node, Set<String> sent) {
        return result(node.id())
                .orElseGet(() -> sent.contains(node.id())
                        ? without(node, Outcome.UNKNOWN, "its result was not collected")
                        : without(node, Outcome.NOT_RUN, "it was not sent"));
    }

    private static NodeResult without(Node node, Outcome outcome, String detail) {
        return new NodeResult(node, outcome, OptionalLong.empty(), "", detail, "", "");
    }

    /** Returns the outcome of a node; one without a recorded outcome is unknown if the command was sent to it, else not run. */
    NodeResult outcome(Node node) {
        return outcome(node, sentIds());
    }

    /** Returns whether outputs were not stored, because they may contain secrets. */
    boolean isWithheld() {
        return withheld;
    }

    /** Returns the same step with later outcomes of some nodes. */
    JournaledStep updated(Map<String, NodeResult> later, boolean without) {
        Map<String, NodeResult> all = new HashMap<>(results);
        all.putAll(later);
        return new JournaledStep(facts, nodes, requests, all, withheld || without, settled);
    }

    /** Returns the nodes with one of some outcomes; a node without a recorded one is unknown if the command was sent to it, else not run. */
    NodeSet nodes(Set<Outcome> outcomes) {
        Set<String> sent = sentIds();
        return NodeSet.of(
                cluster(),
                nodes.stream()
                        .filter(node -> outcomes.contains(outcome(node, sent).outcome()))
                        .toList(),
                "nodes of the journal");
    }

    /**
     * Returns the recorded result of the command on some of its nodes, to run it again there.
     *
     * @param cluster its cluster
     * @param some at least one of its nodes
     * @param name the name of the step in all journals
     * @param secrets whether the run read secrets, which outputs may contain
     */
    RunResult result(Cluster cluster, NodeSet some, String name, boolean secrets) {
        Set<String> sent = sentIds();
        RunStep command = cluster.run(command()).timeout(timeout()).tolerate(facts.tolerance());
        command = facts.directory().isEmpty() ? command : command.from(facts.directory());
        command =
                facts.waves().isEmpty() ? command : command.waves(facts.waves().toArray(CountOrPercent[]::new));
        command = secrets ? command.withholding() : command;
        return command.planned(some)
                .result(some.stream().map(node -> outcome(node, sent)).toList())
                .recordedAs(name);
    }

    /** Returns the name of the step that it repeats on some nodes, such as {@code 20261129-130501-4f2a.2}; empty for none. */
    public String reruns() {
        return facts.reruns();
    }

    /** Returns the submits that arrived or may have arrived. */
    public List<Submission> submissions() {
        return isRun()
                ? requests.stream()
                        .filter(request -> request.state() != State.REFUSED)
                        .map(JournaledStep::submission)
                        .toList()
                : List.of();
    }

    /**
     * Returns the submits, after looking in ListCommands for those whose answer is unknown.
     *
     * @throws ResumeRefusedException if the service lists another command under the id of one of them
     */
    List<Submission> submissions(EhpcClient ehpc) {
        Cluster cluster = ehpc.withRegion(region()).cluster(cluster());
        List<JournaledRequest> sent = requests.stream()
                .filter(request -> request.state() != State.REFUSED)
                .toList();
        List<JournaledRequest> known = sent.stream()
                .filter(request ->
                        !request.marker().isEmpty() && !request.commandId().isEmpty())
                .toList();
        if (!known.isEmpty()) {
            List<SubmittedCommand> listed = cluster.commands();
            known.forEach(request -> request.checkOwn(listed));
        }
        return sent.stream().map(request -> found(request, cluster)).toList();
    }

    private static Submission found(JournaledRequest request, Cluster cluster) {
        Submission known = submission(request);
        return known.isDoubtful() && !request.marker().isEmpty()
                ? cluster.command(Marker.line(request.marker()), request.listedWithin())
                        .map(command -> Submission.accepted(request.nodes(), command.id()))
                        .orElse(known)
                : known;
    }

    private static Submission submission(JournaledRequest request) {
        return request.commandId().isEmpty()
                ? Submission.doubtful(request.nodes(), "the answer to the submit was lost (" + request.reason() + ")")
                : Submission.accepted(request.nodes(), request.commandId());
    }

    /** Returns the reason why a call was refused or may have been lost; empty for none. */
    public Optional<String> failure() {
        return requests.stream()
                .reduce((first, last) -> last)
                .filter(request -> request.state() != State.ANSWERED)
                .map(request -> request.state() == State.UNKNOWN
                        ? "the answer was lost (" + request.reason() + ")"
                        : request.reason());
    }

    /** Returns its title, such as {@code run 'date'} or {@code SetPostScripts}. */
    public String title() {
        return isRun() ? title(command()) : operation();
    }

    static String title(String command) {
        return "run '" + Command.of(command).shortened() + "'";
    }

    /**
     * Returns the results of a later look, completed by the recorded ones: an outcome stays known if the look did not find it again, and a node
     * that the look did not reach is unknown if the command was sent to it.
     */
    List<NodeResult> completed(RunResult later) {
        Map<String, Submission> sent = new HashMap<>();
        submissions().forEach(one -> one.nodes().forEach(node -> sent.put(node.id(), one)));
        return later.stream()
                .map(now -> completed(now, sent.get(now.node().id())))
                .toList();
    }

    private NodeResult completed(NodeResult now, Submission sent) {
        NodeResult before = results.get(now.node().id());
        if (isKnown(now)) {
            return now;
        }
        if (before != null && isKnown(before)) {
            return before;
        }
        return sent == null || now.outcome() == Outcome.UNKNOWN
                ? now
                : new NodeResult(now.node(), Outcome.UNKNOWN, OptionalLong.empty(), "", NOT_READ, sent.commandId(), "");
    }

    private static boolean isKnown(NodeResult result) {
        return result.outcome() != Outcome.UNKNOWN && result.outcome() != Outcome.NOT_RUN;
    }

    /** Returns whether a command was sent, or may have been, and a node has no final outcome that is still awaited. */
    public boolean isUnsettled() {
        return !settled
                && submissions().stream()
                        .flatMap(one -> one.nodes().stream())
                        .anyMatch(node ->
                                result(node.id()).map(NodeResult::outcome).orElse(Outcome.UNKNOWN) == Outcome.UNKNOWN);
    }

    /** Returns the number of nodes by outcome; a node without a recorded outcome is unknown if the command was sent to it, else not run. */
    public Map<Outcome, Integer> counts() {
        Set<String> sent = sentIds();
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        nodes.forEach(node -> counts.merge(outcome(node, sent).outcome(), 1, Integer::sum));
        return counts;
    }

    /** Returns the ids of the nodes to which the command was sent, or may have been. */
    private Set<String> sentIds() {
        return submissions().stream()
                .flatMap(one -> one.nodes().stream())
                .map(Node::id)
                .collect(Collectors.toSet());
    }

    /** Returns whether it is a command on nodes. */
    public boolean isRun() {
        return !command().isEmpty();
    }

    /** Returns whether the command or its directory may contain asterisks in place of a secret. */
    boolean isRedacted() {
        return Redactor.isRedacted(command()) || Redactor.isRedacted(facts.directory());
    }

    boolean isMain() {
        return facts.main();
    }

    String key() {
        return facts.key();
    }

    List<JournaledRequest> requests() {
        return requests;
    }

    Optional<NodeResult> result(String nodeId) {
        return Optional.ofNullable(results.get(nodeId));
    }

    /** Returns whether nothing of it is performed again: a complete run, or a call that was answered. */
    boolean isDone() {
        return isRun()
                ? isComplete()
                : !requests.isEmpty() && requests.get(requests.size() - 1).state() == State.ANSWERED;
    }

    /** Returns whether the run came to its own end: every node has a final outcome, or was left out because too many others failed. */
    boolean isComplete() {
        Map<Outcome, Integer> counts = counts();
        int ok = counts.getOrDefault(Outcome.OK, 0);
        int left = counts.getOrDefault(Outcome.NOT_RUN, 0);
        boolean stopped = left == 0 || nodes.size() - ok - left > tolerated();
        return !withheld && results.size() >= nodes.size() && !counts.containsKey(Outcome.UNKNOWN) && stopped;
    }
}
