package ehpc;

import ehpc.api.ApiException;
import ehpc.api.ErrorCategory;
import ehpc.api.Response;
import ehpc.api.Transport;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One run: sends the command wave by wave and portion by portion, collects the results, and accounts for every target node. A submit is
 * sent once; if its answer is lost, the outcome of its nodes is unknown.
 */
final class RunExecutor {

    private static final String INTERRUPTED = "interrupted before it was sent";
    private static final String CLOSED = "the connection was closed before it was sent";

    private final PlannedRun planned;
    private final Transport transport;
    private final Cluster cluster;
    private final RunProgress progress;
    private final ResultPoller collector;
    private final Map<Node, NodeResult> results = new LinkedHashMap<>();
    private boolean anySent;
    private long bad;

    private RunExecutor(PlannedRun planned, Transport transport, RunProgress progress) {
        this.planned = planned;
        this.transport = transport;
        this.cluster = planned.cluster();
        this.progress = progress;
        this.collector = new ResultPoller(cluster, planned.timeout(), progress);
    }

    static RunResult run(PlannedRun planned, Transport transport) {
        RunProgress progress = RunProgress.of(
                planned.cluster(), planned.command(), planned.targets().size());
        try {
            return new RunExecutor(planned, transport, progress).run();
        } finally {
            progress.ended();
        }
    }

    private RunResult run() {
        planned.targets().forEach(node -> results.put(node, null));
        String stopped = "";
        for (PlannedRun.Wave wave : planned.waves()) {
            stopped = stopped.isEmpty() ? wave(wave) : notRun(wave.nodes(), stopped);
        }
        return planned.result(List.copyOf(results.values()));
    }

    /** Runs a wave; returns the reason to stop, or an empty text. */
    private String wave(PlannedRun.Wave wave) {
        List<Submission> sent = new ArrayList<>();
        String refused = "";
        for (PlannedRun.Portion portion : wave.portions()) {
            String reason = refused.isEmpty() && interrupted() ? INTERRUPTED : refused;
            refused = reason.isEmpty() ? submit(portion, sent) : notRun(portion.nodes(), reason);
        }
        sent.forEach(this::collect);
        if (!refused.isEmpty() || interrupted()) {
            return refused.isEmpty() ? INTERRUPTED : refused;
        }
        bad += wave.nodes().stream().filter(node -> !results.get(node).isOk()).count();
        return bad > planned.tolerated() ? stopped(planned.tolerated()) : "";
    }

    private String stopped(int tolerated) {
        String nodes = bad == 1 ? "1 node that is not ok" : bad + " nodes that are not ok";
        return "stopped after " + nodes + ", " + tolerated + " tolerated";
    }

    /** Returns whether this thread was interrupted; nothing more is submitted then. */
    private static boolean interrupted() {
        return Thread.currentThread().isInterrupted();
    }

    /** Sends one portion; returns the reason to stop, or an empty text. */
    private String submit(PlannedRun.Portion portion, List<Submission> sent) {
        NodeSet nodes = portion.nodes();
        progress.submitting(nodes);
        try {
            Response answer = transport.send(portion.request());
            anySent = true;
            sent.add(accepted(nodes, answer));
            return "";
        } catch (ApiException e) {
            if (e.mayHaveHappened()) {
                anySent = true;
                sent.add(doubtful(nodes, doubt(e)));
                return e.isStopped() ? stopped(e) : "the outcome of an earlier submit is unknown";
            }
            if (interrupted() ? e.isStopped() || e.isTemporary() : e.isStopped() && anySent) {
                return notRun(nodes, stopped(e));
            }
            if (!anySent) {
                throw e;
            }
            return notRun(nodes, "refused: " + e.code() + ": " + e.detail());
        }
    }

    /** Returns the reason why nothing more is sent after this side aborted a submit. */
    private static String stopped(ApiException e) {
        return e.category() == ErrorCategory.CLOSED ? CLOSED : INTERRUPTED;
    }

    private Submission doubtful(NodeSet portion, String doubt) {
        progress.sent(portion.size());
        return Submission.doubtful(portion, doubt);
    }

    private static String doubt(ApiException e) {
        if (e.isStopped()) {
            String how = e.category() == ErrorCategory.CLOSED ? "the connection was closed" : "interrupted";
            return how + " during the submit; the command may run";
        }
        return e.kind() == ApiException.Kind.LOST
                ? "the answer to the submit was lost (" + e.detail() + ")"
                : "the submit may have been carried out: " + e.code() + ": " + e.detail()
                        + e.requestId().map(id -> " (request id " + id + ")").orElse("");
    }

    /** Returns the nodes that the service accepted; if no list was sent, those in its answer. */
    private Submission accepted(NodeSet portion, Response answer) {
        String commandId = answer.at("CommandId").orElse("") instanceof String id ? id : "";
        if (commandId.isBlank()) {
            return doubtful(portion, "the service's answer has no command id");
        }
        List<Object> listed = answer.list("InstanceIds.InstanceId");
        boolean silent = listed.isEmpty() || !listed.stream().allMatch(String.class::isInstance);
        Set<String> named = new LinkedHashSet<>();
        if (!silent) {
            listed.forEach(id -> named.add(id.toString()));
        }
        List<Node> accepted = new ArrayList<>();
        List<NodeResult> refused = new ArrayList<>();
        for (Node node : portion) {
            if (silent || named.remove(node.id())) {
                accepted.add(node);
            } else {
                String why = "the service did not accept this node";
                refused.add(NodeResult.without(node, Outcome.NOT_DELIVERED, why, commandId));
            }
        }
        if (portion.isEvery()) {
            named.stream().map(id -> Node.unlisted(cluster.id(), id)).forEach(accepted::add);
        }
        NodeSet nodes = NodeSet.of(cluster.id(), accepted, portion.origin());
        progress.submitted(commandId, nodes);
        progress.sent(accepted.size() + refused.size());
        settle(refused);
        return Submission.accepted(nodes, commandId);
    }

    private void collect(Submission submission) {
        settle(collector.collect(submission));
    }

    /** Records the outcomes of nodes that received the command. */
    private void settle(List<NodeResult> outcomes) {
        if (!outcomes.isEmpty()) {
            outcomes.forEach(outcome -> results.put(outcome.node(), outcome));
            progress.settled(outcomes);
        }
    }

    private String notRun(Iterable<Node> nodes, String why) {
        nodes.forEach(node -> results.put(node, NodeResult.without(node, Outcome.NOT_RUN, why, "")));
        return why;
    }
}
