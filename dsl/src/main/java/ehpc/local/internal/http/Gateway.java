package ehpc.local.internal.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import ehpc.api.Catalogue;
import ehpc.api.Operation;
import ehpc.local.AnswerFault;
import ehpc.local.Faults;
import ehpc.local.ServiceFault;
import ehpc.local.internal.Refusal;
import ehpc.local.internal.auth.Authentication;
import ehpc.local.internal.fault.FaultPlayer;
import ehpc.local.internal.fault.FaultTurn;
import ehpc.local.internal.operation.Call;
import ehpc.local.internal.operation.Operations;
import ehpc.local.internal.operation.Parameters;
import ehpc.local.internal.port.Relay;
import ehpc.local.internal.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers requests: reading, routing, authentication, limit of calls, faults, parameters, then the operation. Thread-safe. */
public final class Gateway implements HttpHandler {

    private static final System.Logger LOG = System.getLogger("ehpc.local");

    private final RequestRoute route;
    private final Authentication authentication;
    private final RateLimit rateLimit;
    private final Operations operations;
    private final RequestRecord record;
    private final Relay relay;
    private final ServingThreads threads;
    private volatile FaultPlayer faults;

    public Gateway(
            Catalogue catalogue,
            Authentication authentication,
            RateLimit rateLimit,
            Operations operations,
            RequestRecord record,
            Faults faults,
            Relay relay,
            ServingThreads threads) {
        this.route = new RequestRoute(catalogue);
        this.authentication = authentication;
        this.rateLimit = rateLimit;
        this.operations = operations;
        this.record = record;
        this.relay = relay;
        this.threads = threads;
        this.faults = new FaultPlayer(faults);
    }

    /** Plays these faults from now on, from their beginning. */
    public void inject(Faults next) {
        faults = new FaultPlayer(next);
        relay.admit();
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
            deliver(answer, turn);
        }
    }

    private void deliver(Answer answer, Turn turn) throws IOException {
        Delivery delivery = Delivery.of(turn.played.find(AnswerFault.class));
        sleep(delivery.delay());
        turn.played.find(ServiceFault.ConnectionsRefused.class).ifPresent(refused -> relay.refuse(refused.duration()));
        relay.end(turn.exchange.getRemoteAddress(), delivery.ending());
        threads.answering();
        new AnswerWriter(turn.exchange, turn.format, turn.requestId)
                .write(answer, delivery.content(), relay.isRefusing());
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
                return played(route.operation(request));
            } catch (Refusal refusal) {
                return refused(refusal);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "request " + requestId + " failed in the local service", e);
                return error(500, "InternalError", "the local service failed: " + e);
            }
        }

        /** Carries the request out, as far as its faults let it. */
        private Answer played(Operation operation) {
            authentication.check(request);
            rateLimit.count();
            played = faults.next(operation.name());
            if (!sleep(played.latency())) {
                throw new Refusal(503, "ServiceUnavailable", "the local service is closing");
            }
            played.find(ServiceFault.ClockJump.class)
                    .ifPresent(jump -> authentication.checkTime(request, jump.offset()));
            Optional<AnswerFault> fault = played.find(AnswerFault.class);
            boolean carriedOut = fault.map(AnswerFault::carriedOut).orElse(true);
            Answer answer = carriedOut ? carriedOut(operation) : Answer.cut();
            return fault.filter(AnswerFault.Refusal.class::isInstance)
                    .map(AnswerFault.Refusal.class::cast)
                    .map(this::refused)
                    .orElse(answer);
        }

        private Answer carriedOut(Operation operation) {
            try {
                operations.requireSupported(operation);
                Map<String, Object> parameters = Parameters.checked(operation, request.parameters());
                String region = request.parameters().getOrDefault("RegionId", "");
                Call call =
                        new Call(operation, parameters, played, requestId, region.isEmpty() ? World.REGION : region);
                return Answer.success(operation.name(), requestId, operations.answer(call));
            } catch (Refusal refusal) {
                return refused(refusal);
            }
        }

        private Answer refused(AnswerFault.Refusal fault) {
            return error(fault.httpStatus(), fault.code(), fault.message()).retryAfter(fault.retryAfter());
        }

        private Answer refused(Refusal refusal) {
            return error(refusal.httpStatus(), refusal.code(), refusal.getMessage());
        }

        private Answer error(int status, String code, String message) {
            return Answer.error(status, code, message, requestId, relay.address());
        }
    }
}
