package ehpc.local.internal.http;

import ehpc.api.Catalogue;
import ehpc.local.ReceivedRequest;
import ehpc.local.internal.fault.FaultTurn;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The received requests: the last ones for tests, and a log line for each. Thread-safe. */
public final class RequestRecord {

    /** The number of recorded requests. */
    public static final int REMEMBERED = 10_000;

    private static final int LONGEST_ACTION = 64;

    private final RecordedParameters parameters;
    private final Clock clock;
    private final Consumer<String> log;
    private final Deque<ReceivedRequest> received = new ArrayDeque<>();

    public RequestRecord(Catalogue catalogue, Clock clock, Consumer<String> log) {
        this.parameters = new RecordedParameters(catalogue);
        this.clock = clock;
        this.log = log;
    }

    public synchronized List<ReceivedRequest> all() {
        return List.copyOf(received);
    }

    void add(WireRequest request, String method, Answer answer, String requestId, FaultTurn faults, long nanos) {
        String action = request == null ? "" : request.action();
        Map<String, String> recorded = request == null ? Map.of() : parameters.of(request);
        remember(new ReceivedRequest(
                method, action, recorded, answer.httpStatus(), answer.code(), requestId, faults.names()));
        List<String> words = new ArrayList<>(List.of(
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                word(method),
                word(action),
                String.valueOf(answer.httpStatus()),
                answer.code().isEmpty() ? "OK" : answer.code(),
                nanos / 1_000_000 + "ms",
                requestId));
        if (!faults.names().isEmpty()) {
            words.add("faults=" + String.join(",", faults.names()));
        }
        log.accept(String.join(" ", words));
    }

    private synchronized void remember(ReceivedRequest request) {
        if (received.size() == REMEMBERED) {
            received.removeFirst();
        }
        received.addLast(request);
    }

    /** Returns a text as one word of a log line. */
    private static String word(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9_.-]", "?");
        return plain.isEmpty() ? "-" : plain.substring(0, Math.min(plain.length(), LONGEST_ACTION));
    }
}
