package ehpc.api;

import java.time.Duration;
import java.util.Optional;

/**
 * A transport that repeats requests that cannot take effect twice, and keeps below the service's limit of calls.
 *
 * <p>Their {@link Repeatability} determines after which failures, and a {@link RetryPolicy} how often. A request that found no connection is
 * repeated only once, so that the caller learns of it soon. A mutating call whose operation takes a {@code ClientToken} always has one: the
 * caller's, or a fresh one, which stays the same for all attempts. Each attempt waits for its turn at the transport's {@link RateGovernor}.
 * An interrupt ends the attempts with the last failure and keeps the thread's flag set.
 *
 * <p>Thread-safe.
 */
public final class Retrying implements Transport {

    private final Transport transport;
    private final RetryPolicy policy;
    private final RateGovernor own;

    private Retrying(Transport transport, RetryPolicy policy, RateGovernor own) {
        this.transport = transport;
        this.policy = policy;
        this.own = own;
    }

    /** Returns a transport with the standard policy. */
    public static Retrying over(Transport transport) {
        return over(transport, RetryPolicy.standard());
    }

    /** Returns a transport with a policy; {@link Transport#pause} waits between two attempts. */
    public static Retrying over(Transport transport, RetryPolicy policy) {
        return new Retrying(new ContractTransport(transport), policy, RateGovernor.create(policy.clock()));
    }

    /** Returns the same transport, for calls with a time limit: it does not try again for longer than this. */
    public Retrying limitedTo(Duration longest) {
        return new Retrying(transport, policy.limitedTo(longest), own);
    }

    @Override
    public Response send(Request request) {
        try (Call call = new Call(request.withClientToken())) {
            return call.send();
        }
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        transport.pause(time);
    }

    @Override
    public Optional<RateGovernor> governor(Request request) {
        return Optional.of(transport.governor(request).orElse(own));
    }

    /** Closes the underlying transport. */
    @Override
    public void close() {
        transport.close();
    }

    /** All attempts of one request. */
    private final class Call implements AutoCloseable {

        private final Request request;
        private final Attempts attempts;
        private RateGovernor.Turn turn;
        private ApiException failure;

        Call(Request request) {
            this.request = request;
            this.attempts = new Attempts(policy, request);
        }

        Response send() {
            while (true) {
                try {
                    begin();
                    if (isMyTurn()) {
                        return attempt();
                    }
                } catch (ApiException e) {
                    failure = e;
                    int passedOver = turn == null ? 0 : turn.passedOver();
                    pause(attempts.pauseAfter(e, passedOver).orElseThrow(() -> e));
                    continue;
                }
                throw failure;
            }
        }

        private void begin() {
            if (turn == null) {
                turn = governor(request).orElseThrow().turn();
            }
        }

        /** Waits; returns false if there is no further attempt. */
        private boolean isMyTurn() {
            try {
                return turn.await(transport::pause, policy.patience());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = failure == null ? notSent(e) : failure;
                return false;
            }
        }

        private ApiException notSent(InterruptedException cause) {
            return ApiException.unreachable(
                            request.operation(), ErrorCategory.INTERRUPTED, "interrupted before it was sent", cause)
                    .of(request);
        }

        private Response attempt() {
            try {
                Response answer = transport.send(request);
                turn.accepted();
                return answer;
            } catch (ApiException e) {
                if (e.throttled()) {
                    turn.throttled(e.retryAfter().orElse(Duration.ZERO));
                } else if (e.kind() == ApiException.Kind.REFUSED) {
                    turn.accepted();
                }
                throw e;
            }
        }

        private void pause(Duration time) {
            try {
                if (!time.isZero()) {
                    transport.pause(time);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failure;
            }
        }

        @Override
        public void close() {
            if (turn != null) {
                turn.close();
            }
        }
    }
}
