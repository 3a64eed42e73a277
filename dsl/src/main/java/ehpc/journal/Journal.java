package ehpc.journal;

import ehpc.Effect;
import ehpc.Effects;
import ehpc.EhpcClient;
import ehpc.NodeResult;
import ehpc.PlannedRun;
import ehpc.RunResult;
import ehpc.api.ApiException;
import ehpc.api.ErrorCategory;
import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.api.Secret;
import ehpc.api.Transport;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import ehpc.plan.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The journal of one run, open for writing. Before a mutating request is sent, the journal has its intent on the disk, and afterwards its
 * answer. A request whose intent cannot be written is not sent; an answer that cannot be written changes nothing for the run, but no further
 * request is sent. Thread-safe.
 */
public final class Journal implements AutoCloseable {

    private static final String SUBMIT = "InvokeShellCommand";

    /** How long a new command may be missing from ListCommands. */
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);

    private final Path directory;
    private final RunLock lock;
    private final JournalFile file;
    private final Redactor redactor = new Redactor();
    private final Replay replay;
    private final Thread owner = Thread.currentThread();
    private final boolean marked;
    private int effects;
    /** More than in any marker of the journal: each intent takes a line. */
    private long markers;
    private IOException broken;

    Journal(Path directory, RunLock lock, JournalFile file, boolean marked, List<JournaledStep> steps) {
        this.directory = directory;
        this.lock = lock;
        this.file = file;
        this.replay = new Replay(steps);
        this.effects = steps.size();
        this.marked = marked;
        this.markers = file.lines();
    }

    /** Returns the id of the run, such as {@code 20261129-130501-4f2a}. */
    public String id() {
        return directory.getFileName().toString();
    }

    /** Returns an account whose changes of the service are recorded here. */
    public EhpcClient over(EhpcClient ehpc) {
        return ehpc.withEffects(beneath -> new Recording(beneath, ehpc));
    }

    /** Registers a secret, which is replaced by asterisks from now on. */
    public synchronized void secret(Secret secret) {
        redactor.add(secret);
        write(fields("secret", "name", secret.name()), false);
    }

    /** Returns the titles of the recorded steps that a resumed script has not repeated. */
    public List<String> unrepeated() {
        return replay.unrepeated().stream().map(JournaledStep::title).toList();
    }

    /**
     * Records the end of the run.
     *
     * @param exitCode the exit code, as of the command line
     */
    public void end(int exitCode) {
        write(fields("end", "time", Instant.now().toString(), "exitCode", exitCode), true);
    }

    /** Closes the journal. Without {@link #end}, the run counts as broken off. */
    @Override
    public void close() {
        try (lock) {
            file.close();
        } catch (IOException e) {
            throw new JournalException("the journal " + directory + " cannot be closed: " + e.getMessage(), e);
        }
    }

    /** Records each effect, and the requests of which it consists. */
    private final class Recording implements Effects {

        private final Effects beneath;
        private final EhpcClient ehpc;

        private Recording(Effects beneath, EhpcClient ehpc) {
            this.beneath = beneath;
            this.ehpc = ehpc;
        }

        @Override
        @SuppressWarnings("unchecked") // the result of a PlannedRun is a RunResult
        public <R> R perform(Effect<R> effect) {
            boolean main = Thread.currentThread() == owner;
            String key = key(effect);
            Optional<JournaledStep> recorded =
                    replay.next(key, main, effect.origin().line(), EffectKey.title(effect));
            if (effect instanceof PlannedRun run
                    && recorded.filter(JournaledStep::isComplete).isPresent()) {
                return (R) result(run, recorded.get());
            }
            int number = recorded.map(JournaledStep::number).orElseGet(() -> begin(effect, key, main));
            Map<Set<String>, JournaledRequest> sent = sent(recorded);
            R result = beneath.through(to -> request -> send(number, request, to, sent, ehpc))
                    .perform(effect);
            if (result instanceof RunResult run) {
                collected(number, run, false);
            }
            return result;
        }

        @Override
        public boolean needsOrigin() {
            return true;
        }

        @Override
        public void reading(Request request) {
            beneath.reading(request);
        }

        @Override
        public Effects through(UnaryOperator<Transport> way) {
            return new Recording(beneath.through(way), ehpc);
        }
    }

    private synchronized int begin(Effect<?> effect, String key, boolean main) {
        int number = ++effects;
        Map<String, Object> line =
                fields("effect", "effect", number, "line", effect.origin().line(), "main", main, "key", key);
        if (effect instanceof PlannedRun run) {
            line.put("region", run.cluster().ehpc().region());
            line.put("cluster", run.cluster().id());
            line.put("command", run.command().text());
            line.put("timeout", run.timeout().toSeconds());
            line.put("tolerated", run.tolerated());
            line.put("nodes", run.targets().stream().map(Journal::node).toList());
        } else {
            Request request = ((Effect.Call) effect).request();
            line.put("operation", request.operation().name());
            line.put("region", request.region().orElse(""));
            line.put("cluster", String.valueOf(request.parameters().getOrDefault("ClusterId", "")));
        }
        write(line, false);
        return number;
    }

    private static List<String> node(Node node) {
        return List.of(node.id(), node.name(), node.label());
    }

    private synchronized String key(Effect<?> effect) {
        return EffectKey.of(effect, redactor);
    }

    /** Returns the latest state of each recorded request, by its nodes. */
    private static Map<Set<String>, JournaledRequest> sent(Optional<JournaledStep> recorded) {
        Map<Set<String>, JournaledRequest> sent = new HashMap<>();
        recorded.map(JournaledStep::requests)
                .orElse(List.of())
                .forEach(request -> sent.put(ids(request.nodes()), request));
        return sent;
    }

    private static Set<String> ids(NodeSet nodes) {
        return nodes.stream().map(Node::id).collect(Collectors.toSet());
    }

    /** Returns the result of a run that came to its end before. */
    private static RunResult result(PlannedRun run, JournaledStep recorded) {
        List<NodeResult> results = recorded.nodes().stream()
                .map(node -> recorded.result(node.id()).orElseThrow())
                .toList();
        return RunResult.collected(run.cluster(), run.command(), results, run.tolerated());
    }

    private Response send(
            int effect,
            Request request,
            Transport transport,
            Map<Set<String>, JournaledRequest> recorded,
            EhpcClient ehpc) {
        if (!request.operation().mutates()) {
            return transport.send(request);
        }
        JournaledRequest before = recorded.get(nodes(request).map(Set::copyOf).orElseGet(() -> all(recorded)));
        if (before != null && before.state() == JournaledRequest.State.ANSWERED) {
            if (!before.marker().isEmpty()) {
                before.checkOwn(ehpc.withRegion(request.region().orElseThrow()).cluster(cluster(request)));
            }
            return Response.of(request.operation(), before.body());
        }
        if (before != null && before.state() == JournaledRequest.State.UNKNOWN) {
            return found(effect, request, before.marker(), ehpc, Duration.ZERO)
                    .orElseThrow(() -> ApiException.lost(request.operation(), 0, before.reason(), null, null));
        }
        String marker = marked && request.operation().name().equals(SUBMIT) ? nextMarker() : "";
        Optional<Request> sent = marker.isEmpty() ? Optional.empty() : Marker.marked(request, marker);
        intent(effect, request, sent.isPresent() ? marker : "");
        try {
            Response answer = transport.send(sent.orElse(request));
            answered(effect, answer);
            return answer;
        } catch (ApiException e) {
            failed(effect, e);
            if (sent.isPresent() && e.mayHaveHappened() && !e.isStopped()) {
                return found(effect, request, marker, ehpc, VISIBLE_WITHIN).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    private static String cluster(Request request) {
        return String.valueOf(request.parameters().get("ClusterId"));
    }

    private synchronized String nextMarker() {
        return id() + "." + ++markers;
    }

    /** Looks for a command whose answer was lost, by its marker; the service may list it late. */
    private Optional<Response> found(int effect, Request request, String marker, EhpcClient ehpc, Duration within) {
        if (marker.isEmpty()) {
            return Optional.empty();
        }
        Optional<Response> answer = ehpc.withRegion(request.region().orElseThrow())
                .cluster(cluster(request))
                .command(Marker.line(marker), within)
                .map(command -> Response.of(request.operation(), Map.of("CommandId", command.id())));
        answer.ifPresent(response -> {
            intent(effect, request, marker);
            answered(effect, response);
        });
        return answer;
    }

    private synchronized void intent(int effect, Request request, String marker) {
        Map<String, Object> line =
                fields("intent", "effect", effect, "time", Instant.now().toString());
        nodes(request).ifPresent(ids -> line.put("nodes", ids));
        if (!marker.isEmpty()) {
            line.put("marker", marker);
        }
        write(line, true);
        if (broken != null) {
            throw ApiException.unreachable(
                    request.operation(),
                    ErrorCategory.JOURNAL,
                    "the journal " + directory + " cannot be written: " + broken.getMessage(),
                    broken);
        }
    }

    /** Returns the ids of the nodes that a submit lists; empty for every node, and for a call. */
    private static Optional<List<String>> nodes(Request request) {
        return request.operation().name().equals(SUBMIT)
                        && request.parameters().get("Instance") instanceof List<?> nodes
                ? Optional.of(nodes.stream()
                        .map(node -> String.valueOf(((Map<?, ?>) node).get("Id")))
                        .toList())
                : Optional.empty();
    }

    /** Returns the nodes of the only recorded request of a step whose requests list none. */
    private static Set<String> all(Map<Set<String>, JournaledRequest> recorded) {
        return recorded.size() == 1 ? recorded.keySet().iterator().next() : Set.of();
    }

    private void answered(int effect, Response answer) {
        write(fields("answer", "effect", effect, "body", answer.body()), true);
    }

    private void failed(int effect, ApiException failure) {
        Map<String, Object> line = fields(
                "answer", "effect", effect, "requestId", failure.requestId().orElse(""));
        line.put("error", failure.code());
        line.put("detail", failure.detail());
        line.put("mayHaveHappened", failure.mayHaveHappened());
        write(line, true);
    }

    /**
     * Records the results of a run; the results of commands that were collected later replace those of before.
     *
     * @param withheld whether the outputs are left out, as they may have secrets that are not known
     */
    void collected(int effect, RunResult result, boolean withheld) {
        List<Map<String, Object>> nodes = StreamSupport.stream(result.spliterator(), false)
                .map(NodeResult::record)
                .toList();
        Map<String, Object> line = fields("result", "effect", effect);
        if (withheld) {
            nodes.forEach(node -> node.put("output", "***"));
            line.put("withheld", true);
        }
        line.put("nodes", nodes);
        write(line, false);
    }

    private static Map<String, Object> fields(String kind, Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", kind);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return fields;
    }

    private synchronized void write(Map<String, Object> line, boolean force) {
        if (broken != null) {
            return;
        }
        try {
            Map<String, Object> redacted = new LinkedHashMap<>();
            line.forEach((name, value) -> redacted.put(name, redacted(value)));
            file.append(redacted, force);
        } catch (IOException e) {
            broken = e;
        }
    }

    private Object redacted(Object value) {
        if (value instanceof String text) {
            return redactor.stars(text);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(redacted(element)));
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, field) -> copy.put(name.toString(), redacted(field)));
            return copy;
        }
        return value;
    }
}
