package ehpc.api;

import java.time.Duration;
import java.util.Objects;

/**
 * A transport that repeats requests that cannot take effect twice.
 *
 * <p>Their {@link Repeatability} determines after which failures, and a {@link RetryPolicy} how often. A request that found no connection is
 * repeated only once, so that the caller learns of it soon. A mutating call whose operation takes a {@code ClientToken} always has one: the
 * caller's, or a fresh one, which stays the same for all attempts. An interrupt ends the attempts with the last failure and keeps the
 * thread's flag set.
 *
 * <p>Immutable and thread-safe.
 */
public final class Retrying implements Transport {

    private final Transport transport;
    private final RetryPolicy policy;

    private Retrying(Transport transport, RetryPolicy policy) {
        this.transport = transport;
        this.policy = policy;
    }

    /** Returns a transport with the standard policy. */
    public static Retrying over(Transport transport) {
        return over(transport, RetryPolicy.standard());
    }

    /** Returns a transport with a policy; {@link Transport#pause} waits between two attempts. */
    public static Retrying over(Transport transport, RetryPolicy policy) {
        return new Retrying(new ContractTransport(transport), Objects.requireNonNull(policy));
    }

    @Override
    public Response send(Request request) {
        Request sent = request.withClientToken();
        Attempts attempts = new Attempts(policy, sent);
        while (true) {
            try {
                return transport.send(sent);
            } catch (ApiException e) {
                if (!waited(attempts.pauseAfter(e).orElseThrow(() -> e))) {
                    throw e;
                }
            }
        }
    }

    private boolean waited(Duration pause) {
        try {
            transport.pause(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        transport.pause(time);
    }

    /** Closes the underlying transport. */
    @Override
    public void close() {
        transport.close();
    }
}
