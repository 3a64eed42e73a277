package ehpc.journal;

import ehpc.Effect;
import ehpc.EhpcClient;
import ehpc.NodeResult;
import ehpc.PlannedRun;
import ehpc.RunResult;
import ehpc.api.ApiException;
import ehpc.api.ErrorCategory;
import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.api.Secret;
import ehpc.file.DirectoryLock;
import ehpc.node.CountOrPercent;
import ehpc.node.Node;
import ehpc.plan.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The journal of one run, open for writing. Before a mutating request is sent, the journal has its intent on the disk, and afterwards its
 * answer. A request whose intent cannot be written is not sent; an answer that cannot be written changes nothing for the run, but no further
 * request is sent. Thread-safe.
 */
public final class Journal implements AutoCloseable {

    private final Path directory;
    private final DirectoryLock lock;
    private final JournalFile file;
    private final Redactor redactor = new Redactor();
    private final Replay replay;
    private final Thread owner = Thread.currentThread();
    private final boolean marked;
    private int effects;
    private int taken;
    /** More than in any marker of the journal: each intent takes a line. */
    private long markers;

    private IOException broken;

    Journal(Path directory, DirectoryLock lock, JournalFile file, boolean marked, List<JournaledStep> steps) {
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
        return ehpc.withEffects(beneath -> new RecordingEffects(() -> this, beneath, ehpc));
    }

    /** Registers a secret, which is replaced by asterisks from now on. */
    public synchronized void secret(Secret secret) {
        redactor.add(secret);
        write(fields("secret", "name", secret.name()), false);
    }

    /** Returns how many steps of a resumed script were taken from the journal instead of performing them. */
    public synchronized int stepsTaken() {
        return taken;
    }

    synchronized void taken() {
        taken++;
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

    /**
     * Returns the recorded step that an effect of a resumed run repeats; empty for a new one.
     *
     * @throws ResumeRefusedException if the journal has another step here
     */
    Optional<JournaledStep> recorded(Effect<?> effect, String key) {
        return replay.next(facts(effect, key), isMain());
    }

    private synchronized EffectFacts facts(Effect<?> effect, String key) {
        return EffectFacts.of(effect, key, redactor);
    }

    private boolean isMain() {
        return Thread.currentThread() == owner;
    }

    /** Records the beginning of an effect; returns its number. */
    synchronized int begin(Effect<?> effect, String key) {
        int number = ++effects;
        Map<String, Object> line =
                fields("effect", "effect", number, "line", effect.origin().line(), "main", isMain(), "key", key);
        if (effect instanceof PlannedRun run) {
            line.put("region", run.cluster().ehpc().region());
            line.put("cluster", run.cluster().id());
            line.put("command", run.command().text());
            line.put("directory", run.directory());
            line.put("timeout", run.timeout().toSeconds());
            line.put("tolerated", run.tolerated());
            line.put("tolerance", run.tolerance().toString());
            line.put(
                    "waves",
                    run.waveSizes().stream().map(CountOrPercent::toString).toList());
            if (!run.reruns().isEmpty()) {
                line.put("reruns", run.reruns());
            }
            if (run.isWithheld()) {
                line.put("withheld", true);
            }
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

    /** Returns the name of a step in all journals. */
    String step(int number) {
        return id() + "." + number;
    }

    private static List<String> node(Node node) {
        return List.of(node.id(), node.name(), node.label());
    }

    /** Returns a digest of an effect, without secrets. */
    synchronized String key(Effect<?> effect) {
        return EffectKey.of(effect, redactor);
    }

    /** Returns a new marker for a command; empty if commands get none. */
    synchronized String nextMarker() {
        return marked ? id() + "." + ++markers : "";
    }

    /**
     * Records that a request is about to be sent.
     *
     * @param nodes the ids of its nodes; empty for every node of the step
     * @param marker its marker; empty for none
     * @throws ApiException if the journal cannot be written; the request must not be sent then
     */
    synchronized void intent(int effect, Request request, Optional<List<String>> nodes, String marker) {
        Map<String, Object> line =
                fields("intent", "effect", effect, "time", Instant.now().toString());
        nodes.ifPresent(ids -> line.put("nodes", ids));
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

    /** Records the answer to the latest request of an effect. */
    void answered(int effect, Response answer) {
        write(fields("answer", "effect", effect, "body", answer.body()), true);
    }

    /** Records that the latest request of an effect was refused, or that its answer was lost. */
    void failed(int effect, ApiException failure) {
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
