package ehpc;

import ehpc.api.ApiException;
import ehpc.api.Request;
import ehpc.api.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One run: sends the command wave by wave, portion by portion, collects, and accounts for every node of the target set. A
 * submit is sent once; when its answer is lost, its nodes are unknown.
 */
final class Fanout {

    private static final String INTERRUPTED = "interrupted before it was sent";

    private final Cluster cluster;
    private final RunSpec spec;
    private final RunProgress progress;
    private final Collector collector;
    private final Map<Node, NodeResult> results = new LinkedHashMap<>();
    private boolean anySent;
    private long bad;

    private Fanout(Cluster cluster, RunSpec spec, RunProgress progress) {
        this.cluster = cluster;
        this.spec = spec;
        this.progress = progress;
        this.collector = new Collector(cluster, spec.timeout(), progress);
    }

    static RunResult run(Cluster cluster, RunSpec spec, NodeSet targets) {
        RunListener.Run run = new RunListener.Run(cluster.id(), spec.command(), targets.size());
        RunProgress progress = new RunProgress(cluster.ehpc().listener(), run);
        try {
            return new Fanout(cluster, spec, progress).run(targets);
        } finally {
            progress.ended();
        }
    }

    private RunResult run(NodeSet targets) {
        Request request = request().checked();
        List<NodeSet> waves = waves(targets);
        int tolerated = spec.tolerated().floorOf(targets.size());
        targets.forEach(node -> results.put(node, null));
        String stopped = "";
        for (NodeSet wave : waves) {
            stopped = stopped.isEmpty() ? wave(wave, request, tolerated) : notRun(wave, stopped);
        }
        return new RunResult(cluster.id(), spec.command(), List.copyOf(results.values()), tolerated);
    }

    private Request request() {
        return cluster.request("InvokeShellCommand")
                .with("Command", spec.command().text())
                .with("Timeout", spec.timeout().toSeconds())
                .with("WorkingDir", spec.directory().isEmpty() ? null : spec.directory());
    }

    private List<NodeSet> waves(NodeSet targets) {
        if (targets.isEmpty()) {
            return List.of();
        }
        if (spec.waves().isEmpty()) {
            return List.of(targets);
        }
        List<Node> nodes = targets.stream().toList();
        List<NodeSet> waves = new ArrayList<>();
        for (int from = 0; from < nodes.size(); ) {
            Share size = spec.waves().get(Math.min(waves.size(), spec.waves().size() - 1));
            int to = Math.min(nodes.size(), from + size.ceilingOf(nodes.size()));
            waves.add(NodeSet.of(cluster.id(), nodes.subList(from, to), "wave " + (waves.size() + 1)));
            from = to;
        }
        return waves;
    }

    /** Runs a wave; returns why no further one should run, or nothing. */
    private String wave(NodeSet wave, Request request, int tolerated) {
        List<Submission> sent = new ArrayList<>();
        String refused = "";
        for (NodeSet portion : portions(wave, request)) {
            String reason = refused.isEmpty() && interrupted() ? INTERRUPTED : refused;
            refused = reason.isEmpty() ? submit(portion, request, sent) : notRun(portion, reason);
        }
        sent.forEach(this::collect);
        if (!refused.isEmpty() || interrupted()) {
            return refused.isEmpty() ? INTERRUPTED : refused;
        }
        bad += wave.stream().filter(node -> !results.get(node).isOk()).count();
        return bad > tolerated ? stopped(tolerated) : "";
    }

    private String stopped(int tolerated) {
        String nodes = bad == 1 ? "1 node that is not ok" : bad + " nodes that are not ok";
        return "stopped after " + nodes + ", " + tolerated + " tolerated";
    }

    /** Whether someone wants this thread to stop: nothing is submitted any more then. */
    private static boolean interrupted() {
        return Thread.currentThread().isInterrupted();
    }

    private List<NodeSet> portions(NodeSet wave, Request request) {
        if (wave.isEvery()) {
            return List.of(wave);
        }
        return Portions.of(wave.stream().toList(), request).stream()
                .map(nodes -> NodeSet.of(cluster.id(), nodes, wave.origin()))
                .toList();
    }

    /** Sends one portion; returns why no further one should be sent, or nothing. */
    private String submit(NodeSet portion, Request request, List<Submission> sent) {
        try {
            Response answer = cluster.ehpc().send(addressed(request, portion));
            anySent = true;
            sent.add(taken(portion, answer));
            return "";
        } catch (ApiException e) {
            if (e.mayHaveHappened()) {
                anySent = true;
                sent.add(doubtful(portion, doubt(e)));
                return "what became of an earlier submit is not known";
            }
            if (!anySent) {
                throw e;
            }
            return notRun(portion, "refused: " + e.code() + ": " + e.detail());
        }
    }

    private Submission doubtful(NodeSet portion, String doubt) {
        progress.sent(portion.size());
        return Submission.doubtful(portion, doubt);
    }

    private static String doubt(ApiException e) {
        return e.kind() == ApiException.Kind.LOST
                ? "the answer to the submit was lost (" + e.detail() + ")"
                : "the submit may have been carried out: " + e.code() + ": " + e.detail()
                        + e.requestId().map(id -> " (request id " + id + ")").orElse("");
    }

    private static Request addressed(Request request, NodeSet portion) {
        if (portion.isEvery()) {
            return request;
        }
        return request.with(
                "Instance", portion.ids().stream().map(id -> Map.of("Id", id)).toList());
    }

    /** Which of the portion's nodes the service took; with no list sent, those that its answer names. */
    private Submission taken(NodeSet portion, Response answer) {
        String commandId = answer.text("CommandId").orElse("");
        Set<String> named = new LinkedHashSet<>(answer.list("InstanceIds.InstanceId").stream()
                .map(Object::toString)
                .toList());
        if (commandId.isEmpty()) {
            return doubtful(portion, "the service's answer names no command");
        }
        boolean silent = named.isEmpty();
        List<Node> taken = new ArrayList<>();
        List<NodeResult> refused = new ArrayList<>();
        for (Node node : portion) {
            if (silent || named.remove(node.id())) {
                taken.add(node);
            } else {
                String why = "the service did not take this node";
                refused.add(NodeResult.without(node, Outcome.NOT_DELIVERED, why, commandId));
            }
        }
        if (portion.isEvery()) {
            named.stream().map(id -> Node.unlisted(cluster.id(), id)).forEach(taken::add);
        }
        NodeSet nodes = NodeSet.of(cluster.id(), taken, portion.origin());
        cluster.ehpc().listener().submitted(cluster.id(), commandId, nodes);
        progress.sent(taken.size() + refused.size());
        settle(refused);
        return Submission.taken(nodes, commandId);
    }

    private void collect(Submission submission) {
        settle(submission.isDoubtful() ? doubtful(submission) : collector.collect(submission));
    }

    private static List<NodeResult> doubtful(Submission submission) {
        return submission.nodes().stream()
                .map(node -> NodeResult.without(node, Outcome.UNKNOWN, submission.doubt(), ""))
                .toList();
    }

    /** These nodes, which the command was sent to, have their outcome. */
    private void settle(List<NodeResult> outcomes) {
        if (!outcomes.isEmpty()) {
            outcomes.forEach(outcome -> results.put(outcome.node(), outcome));
            progress.settled(outcomes);
        }
    }

    private String notRun(NodeSet nodes, String why) {
        nodes.forEach(node -> results.put(node, NodeResult.without(node, Outcome.NOT_RUN, why, "")));
        return why;
    }
}
