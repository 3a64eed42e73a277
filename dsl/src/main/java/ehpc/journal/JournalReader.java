package ehpc.journal;

import ehpc.NodeResult;
import ehpc.Outcome;
import ehpc.file.DirectoryLock;
import ehpc.journal.JournaledRequest.State;
import ehpc.node.CountOrPercent;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Reads the journal of a run. */
final class JournalReader {

    private static final String CUT_OFF = "the run was cut off";
    private static final String NO_ID = "it has no command id";

    private final Path directory;
    private final Map<Integer, Step> steps = new LinkedHashMap<>();
    private Map<String, Object> header;
    private OptionalInt exitCode = OptionalInt.empty();
    private boolean secrets;

    /** Equal texts are kept once: the nodes of a run have the same names in each step, and often the same output. */
    private final Map<String, String> texts = new HashMap<>();

    /** A step as far as it was read. */
    private static final class Step {
        private final Map<String, Object> effect;
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final List<JournaledRequest> requests = new ArrayList<>();
        private final Map<String, NodeResult> results = new LinkedHashMap<>();
        private Optional<NodeSet> pending = Optional.empty();
        private String marker = "";
        private Instant sentAt = Instant.EPOCH;
        private boolean withheld;
        private boolean settled;

        private Step(Map<String, Object> effect) {
            this.effect = effect;
        }

        /** Adds what is known of a request, in place of what was known of it before. */
        private void settle(JournaledRequest request) {
            requests.removeIf(one -> one.isSame(request) && one.state() != State.ANSWERED);
            requests.add(request);
        }

        /** Returns an answered request; that of a submit without the id of a command is no better than a lost one. */
        private JournaledRequest answered(NodeSet sent, Map<String, Object> body) {
            boolean submit = effect.containsKey("command");
            return submit && JournaledRequest.commandId(body).isEmpty()
                    ? new JournaledRequest(sent, State.UNKNOWN, body, NO_ID, marker, sentAt)
                    : new JournaledRequest(sent, State.ANSWERED, body, "", marker, sentAt);
        }

        /** Ends a request without an answer: the process ended before one came, or could not write it. */
        private void abandon() {
            pending.ifPresent(
                    sent -> settle(new JournaledRequest(sent, State.UNKNOWN, Map.of(), CUT_OFF, marker, sentAt)));
            pending = Optional.empty();
        }
    }

    private JournalReader(Path directory) {
        this.directory = directory;
    }

    static JournaledRun read(Path directory) throws IOException {
        JournalReader reader = new JournalReader(directory);
        Path file = directory.resolve(Journals.FILE);
        try {
            JournalFile.read(file, reader::line);
        } catch (ClassCastException | NullPointerException | IllegalArgumentException | NoSuchElementException e) {
            throw new JournalException(file + ": a line has fields of another form", e);
        }
        if (reader.header == null) {
            throw new JournalException(file + ": the journal has no beginning");
        }
        return reader.run();
    }

    private void line(Map<String, Object> line) {
        switch (text(line, "kind")) {
            case "run" -> begin(line);
            case "effect" -> effect(line);
            case "intent" -> intent(step(line), line);
            case "answer" -> answer(step(line), line);
            case "result" -> result(step(line), line);
            case "secret" -> secrets = true;
            case "settle" -> steps.values().forEach(step -> step.settled = true);
            case "end" -> exitCode = OptionalInt.of(number(line, "exitCode"));
            default -> {
                // A later version may write lines that this one need not know.
            }
        }
    }

    private void begin(Map<String, Object> line) {
        if (number(line, "version") != Journals.VERSION) {
            throw new JournalException("the journal of run " + directory.getFileName() + " is of version "
                    + line.get("version") + ", this ehpc reads version " + Journals.VERSION);
        }
        header = line;
    }

    private void effect(Map<String, Object> line) {
        exitCode = OptionalInt.empty(); // a resumed run goes on after its end
        secrets |= Boolean.TRUE.equals(line.get("withheld"));
        Step step = new Step(line);
        for (Object node : (List<?>) line.getOrDefault("nodes", List.of())) {
            List<?> facts = (List<?>) node;
            String id = shared(facts.get(0));
            String cluster = shared(line.get("cluster"));
            step.nodes.put(id, node(cluster, id, shared(facts.get(1)), shared(facts.get(2))));
        }
        steps.put(number(line, "effect"), step);
    }

    private static Node node(String cluster, String id, String name, String label) {
        return new Node(cluster, id, name, Set.of(), "", "", "", Map.of("Id", id), label);
    }

    private Step step(Map<String, Object> line) {
        return steps.get(number(line, "effect"));
    }

    private void intent(Step step, Map<String, Object> line) {
        exitCode = OptionalInt.empty(); // a resumed run goes on after its end
        step.settled = false;
        step.abandon();
        String cluster = text(step.effect, "cluster");
        List<?> ids = (List<?>) line.get("nodes");
        List<Node> nodes = ids == null
                ? List.copyOf(step.nodes.values())
                : ids.stream()
                        .map(id -> step.nodes.getOrDefault((String) id, Node.unlisted(cluster, (String) id)))
                        .toList();
        step.pending = Optional.of(NodeSet.of(cluster, nodes, "nodes of the journal"));
        step.marker = (String) line.getOrDefault("marker", "");
        step.sentAt = Instant.parse(text(line, "time"));
    }

    private static void answer(Step step, Map<String, Object> line) {
        NodeSet nodes = step.pending.orElseThrow();
        step.pending = Optional.empty();
        if (line.get("body") instanceof Map<?, ?> body) {
            Map<String, Object> fields = new LinkedHashMap<>();
            body.forEach((name, value) -> fields.put((String) name, value));
            step.settle(step.answered(nodes, fields));
        } else {
            boolean unknown = Boolean.TRUE.equals(line.get("mayHaveHappened"));
            boolean lost = text(line, "error").equals("AnswerLost");
            String reason = (lost ? "" : text(line, "error") + ": ") + text(line, "detail");
            step.settle(new JournaledRequest(
                    nodes, unknown ? State.UNKNOWN : State.REFUSED, Map.of(), reason, step.marker, step.sentAt));
        }
    }

    private void result(Step step, Map<String, Object> line) {
        String cluster = text(step.effect, "cluster");
        step.withheld = Boolean.TRUE.equals(line.get("withheld"));
        for (Object one : (List<?>) line.get("nodes")) {
            Map<?, ?> record = (Map<?, ?>) one;
            String id = shared(record.get("id"));
            Number exitCode = (Number) record.get("exitCode");
            step.results.put(
                    id,
                    new NodeResult(
                            step.nodes.getOrDefault(id, Node.unlisted(cluster, id)),
                            outcome((String) record.get("outcome")),
                            exitCode == null ? OptionalLong.empty() : OptionalLong.of(exitCode.longValue()),
                            shared(record.get("output")),
                            shared(record.get("detail")),
                            shared(record.get("commandId")),
                            shared(record.get("finishedTime"))));
        }
    }

    private String shared(Object text) {
        return texts.computeIfAbsent((String) text, Function.identity());
    }

    private static Outcome outcome(String word) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.word().equals(word)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException(word);
    }

    private JournaledRun run() throws IOException {
        boolean active = DirectoryLock.isTaken(directory);
        JournaledRun.State state = active
                ? JournaledRun.State.ACTIVE
                : exitCode.isPresent() ? JournaledRun.State.ENDED : JournaledRun.State.BROKEN_OFF;
        List<JournaledStep> read = new ArrayList<>();
        steps.forEach((number, step) -> read.add(step(number, step)));
        return new JournaledRun(
                directory, header(), Instant.parse(text(header, "time")), state, exitCode, secrets, read);
    }

    private JournalHeader header() {
        return new JournalHeader(
                text(header, "script"),
                text(header, "file"),
                text(header, "text"),
                ((List<?>) header.get("args")).stream().map(String.class::cast).toList(),
                text(header, "region"),
                text(header, "endpoint"),
                Boolean.TRUE.equals(header.get("marked")));
    }

    private static JournaledStep step(int number, Step step) {
        step.abandon();
        Map<String, Object> effect = step.effect;
        JournaledStep.Facts facts = new JournaledStep.Facts(
                number,
                number(effect, "line"),
                Boolean.TRUE.equals(effect.get("main")),
                text(effect, "key"),
                (String) effect.getOrDefault("operation", "InvokeShellCommand"),
                text(effect, "region"),
                text(effect, "cluster"),
                (String) effect.getOrDefault("command", ""),
                (String) effect.getOrDefault("directory", ""),
                Duration.ofSeconds(((Number) effect.getOrDefault("timeout", 0)).longValue()),
                ((Number) effect.getOrDefault("tolerated", 0)).intValue(),
                CountOrPercent.of((String) effect.getOrDefault("tolerance", "0")),
                ((List<?>) effect.getOrDefault("waves", List.of()))
                        .stream().map(size -> CountOrPercent.of((String) size)).toList(),
                (String) effect.getOrDefault("reruns", ""));
        return new JournaledStep(
                facts, List.copyOf(step.nodes.values()), step.requests, step.results, step.withheld, step.settled);
    }

    private static String text(Map<String, Object> line, String name) {
        return (String) line.get(name);
    }

    private static int number(Map<String, Object> line, String name) {
        return ((Number) line.get(name)).intValue();
    }
}
