package ehpc.local.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import ehpc.api.Catalogue;
import ehpc.api.Operation;
import ehpc.api.UnknownOperationException;
import ehpc.local.AnswerFault;
import ehpc.local.Faults;
import ehpc.local.internal.Refusal;
import ehpc.local.internal.auth.Authentication;
import ehpc.local.internal.fault.FaultPlayer;
import ehpc.local.internal.fault.FaultTurn;
import ehpc.local.internal.operation.Call;
import ehpc.local.internal.operation.Operations;
import ehpc.local.internal.operation.Parameters;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers requests: reading, routing, authentication, faults, parameters, then the operation. Thread-safe. */
public final class Gateway implements HttpHandler {

    private static final System.Logger LOG = System.getLogger("ehpc.local");

    private final Catalogue catalogue;
    private final Authentication authentication;
    private final Operations operations;
    private final RequestRecord record;
    private final ServingThreads threads;
    private volatile FaultPlayer faults;

    public Gateway(
            Catalogue catalogue,
            Authentication authentication,
            Operations operations,
            RequestRecord record,
            Faults faults,
            ServingThreads threads) {
        this.catalogue = catalogue;
        this.authentication = authentication;
        this.operations = operations;
        this.record = record;
        this.faults = new FaultPlayer(faults);
        this.threads = threads;
    }

    /** Plays these faults from now on, from their beginning. */
    public void inject(Faults next) {
        faults = new FaultPlayer(next);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        long started = System.nanoTime();
        String requestId = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        Turn turn = new Turn(exchange, requestId);
        try (exchange) {
            Answer answer = turn.answer();
            record.add(
                    turn.request,
                    exchange.getRequestMethod(),
                    answer,
                    requestId,
                    turn.played,
                    System.nanoTime() - started);
            sleep(turn.late);
            threads.answering();
            new AnswerWriter(exchange, turn.format, requestId).write(answer);
        }
    }

    /** Lets time pass; false when the service is closing. */
    private static boolean sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One request on its way through the layers. */
    private final class Turn {

        private final HttpExchange exchange;
        private final String requestId;
        private WireRequest request;
        private AnswerFormat format = AnswerFormat.XML;
        private FaultTurn played = FaultTurn.none();
        private Duration late = Duration.ZERO;

        private Turn(HttpExchange exchange, String requestId) {
            this.exchange = exchange;
            this.requestId = requestId;
        }

        private Answer answer() throws IOException {
            try {
                request = RequestReader.head(exchange);
                format = AnswerFormat.byDefault(request);
                request = RequestReader.complete(request, exchange);
                threads.received();
                format = AnswerFormat.of(request);
                return carriedOut(route());
            } catch (Refusal refusal) {
                return error(refusal.httpStatus(), refusal.code(), refusal.getMessage());
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "request " + requestId + " failed in the local service", e);
                return error(500, "InternalError", "the local service failed: " + e);
            }
        }

        private Operation route() {
            // The default key is known to everybody, so a page in a browser could sign commands for this machine.
            if (request.header("origin").isPresent()
                    || request.header("sec-fetch-site").isPresent()) {
                throw new Refusal(403, "Forbidden", "the client must not be a page in a browser");
            }
            if (!request.path().equals("/")) {
                throw new Refusal(404, "InvalidApi.NotFound", "the path must be /, is " + request.path());
            }
            if (request.action().isEmpty()) {
                throw new Refusal(400, "MissingParameter", "parameter Action must be given");
            }
            String version = request.apiVersion()
                    .orElseThrow(() -> new Refusal(400, "MissingParameter", "parameter Version must be given"));
            String known = catalogue.version();
            if (!version.equals(known)) {
                throw new Refusal(400, "NoSuchVersion", "Version must be " + known + ", is " + version);
            }
            try {
                return catalogue.operation(request.action());
            } catch (UnknownOperationException e) {
                throw new Refusal(404, "InvalidAction.NotFound", e.getMessage());
            }
        }

        private Answer carriedOut(Operation operation) {
            authentication.check(request);
            played = faults.next(operation.name());
            if (!sleep(played.latency())) {
                throw new Refusal(503, "ServiceUnavailable", "the local service is closing");
            }
            AnswerFault fault = played.find(AnswerFault.class).orElse(null);
            if (fault instanceof AnswerFault.Refusal refusal) {
                throw new Refusal(refusal.httpStatus(), refusal.code(), refusal.message());
            }
            if (fault instanceof AnswerFault.CutBefore) {
                return Answer.cut();
            }
            operations.requireSupported(operation);
            Map<String, Object> parameters = Parameters.checked(operation, request.parameters());
            Call call = new Call(operation, parameters, played);
            Answer answer = Answer.success(operation.name(), requestId, operations.answer(call));
            if (fault instanceof AnswerFault.LateAnswer later) {
                late = later.delay();
            }
            return fault instanceof AnswerFault.LostAnswer lost ? answer.lostAs(Optional.of(lost.kind())) : answer;
        }

        private Answer error(int status, String code, String message) {
            return Answer.error(status, code, message, requestId, exchange.getLocalAddress());
        }
    }
}
