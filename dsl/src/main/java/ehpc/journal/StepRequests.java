package ehpc.journal;

import ehpc.Cluster;
import ehpc.EhpcClient;
import ehpc.SubmittedCommand;
import ehpc.api.ApiException;
import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.api.Transport;
import ehpc.command.Marker;
import ehpc.node.Node;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The requests of one step. Sends those that the journal does not have, and answers the others from it: a request that may have been carried
 * out is never sent again. Confined to the thread that performs the step.
 */
final class StepRequests {

    /** The operation whose requests list nodes, and may have a marker. */
    private static final String SUBMIT = "InvokeShellCommand";

    private final Journal journal;
    private final int step;
    private final EhpcClient ehpc;
    /** The latest state of each recorded request, by its nodes. */
    private final Map<Set<String>, JournaledRequest> recorded = new HashMap<>();

    private List<SubmittedCommand> listed;

    /**
     * @param step its number in the run
     * @param recorded what a resumed run has of it
     */
    StepRequests(Journal journal, int step, List<JournaledRequest> recorded, EhpcClient ehpc) {
        this.journal = journal;
        this.step = step;
        this.ehpc = ehpc;
        recorded.forEach(request ->
                this.recorded.put(request.nodes().stream().map(Node::id).collect(Collectors.toSet()), request));
    }

    Response send(Request request, Transport transport) {
        if (!request.operation().mutates()) {
            return transport.send(request);
        }
        JournaledRequest before = recorded.get(nodes(request).map(Set::copyOf).orElseGet(this::all));
        if (before != null && before.state() == JournaledRequest.State.ANSWERED) {
            if (!before.marker().isEmpty()) {
                before.checkOwn(listed(request));
            }
            return Response.of(request.operation(), before.body());
        }
        if (before != null && before.state() == JournaledRequest.State.UNKNOWN) {
            return found(request, before.marker(), before.listedWithin()).orElseGet(() -> doubtful(request, before));
        }
        return sendFirst(request, transport);
    }

    /** Ends a request as it ended the first time: with the answer that is of no use, or as lost. */
    private static Response doubtful(Request request, JournaledRequest before) {
        if (before.body().isEmpty()) {
            throw ApiException.lost(request.operation(), 0, before.reason(), null, null);
        }
        return Response.of(request.operation(), before.body());
    }

    private Response sendFirst(Request request, Transport transport) {
        String marker = isSubmit(request) ? journal.nextMarker() : "";
        Optional<Request> sent = marker.isEmpty() ? Optional.empty() : Marker.marked(request, marker);
        journal.intent(step, request, nodes(request), sent.isPresent() ? marker : "");
        try {
            Response answer = transport.send(sent.orElse(request));
            journal.answered(step, answer);
            boolean lost = sent.isPresent()
                    && JournaledRequest.commandId(answer.body()).isEmpty();
            return lost
                    ? found(request, marker, SubmittedCommand.VISIBLE_WITHIN).orElse(answer)
                    : answer;
        } catch (ApiException e) {
            journal.failed(step, e);
            if (sent.isPresent() && e.mayHaveHappened() && !e.isStopped()) {
                return found(request, marker, SubmittedCommand.VISIBLE_WITHIN).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    /** Looks for a command whose answer was lost, by its marker; the service may list it late. */
    private Optional<Response> found(Request request, String marker, Duration within) {
        if (marker.isEmpty()) {
            return Optional.empty();
        }
        Optional<Response> answer = cluster(request)
                .command(Marker.line(marker), within)
                .map(command -> Response.of(request.operation(), Map.of("CommandId", command.id())));
        answer.ifPresent(response -> {
            journal.intent(step, request, nodes(request), marker);
            journal.answered(step, response);
        });
        return answer;
    }

    /** Returns the commands of the cluster. Those of an earlier run are all listed, so one look is enough for the step. */
    private List<SubmittedCommand> listed(Request request) {
        if (listed == null) {
            listed = cluster(request).commands();
        }
        return listed;
    }

    private Cluster cluster(Request request) {
        return ehpc.withRegion(request.region().orElseThrow())
                .cluster(String.valueOf(request.parameters().get("ClusterId")));
    }

    private static boolean isSubmit(Request request) {
        return request.operation().name().equals(SUBMIT);
    }

    /** Returns the ids of the nodes that a submit lists; empty for every node, and for a call. */
    private static Optional<List<String>> nodes(Request request) {
        return isSubmit(request) && request.parameters().get("Instance") instanceof List<?> nodes
                ? Optional.of(nodes.stream()
                        .map(node -> String.valueOf(((Map<?, ?>) node).get("Id")))
                        .toList())
                : Optional.empty();
    }

    /** Returns the nodes of the only recorded request of a step whose requests list none. */
    private Set<String> all() {
        return recorded.size() == 1 ? recorded.keySet().iterator().next() : Set.of();
    }
}
