package ehpc.api;

import java.time.Duration;
import java.util.Optional;

/**
 * The connection to the service: sends a request and returns its answer.
 *
 * <p>A transport sends each request at most once; callers decide on retries. Implementations must be thread-safe.
 */
@FunctionalInterface
public interface Transport extends AutoCloseable {

    /** A transport that fails every request as unreachable, without sending it. */
    Transport OFFLINE = request -> {
        throw ApiException.unreachable(request.operation(), "offline: nothing was sent", null);
    };

    /**
     * Sends a request once.
     *
     * @param request a checked request
     * @return the successful answer
     * @throws ApiException if the service refused, was not reached, or its answer was lost. Any other exception, or null in place of an
     *     answer, counts as a lost answer: the request may have been carried out.
     */
    Response send(Request request);

    /**
     * Pauses between two requests. Closing the transport may end the pause early; the next request is then refused.
     *
     * @throws InterruptedException if the thread was interrupted
     */
    default void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    /**
     * Returns the governor of all calls that count against the same limit as this request; a decorator returns that of its transport. Empty by
     * default: then {@link Retrying} keeps a governor of its own.
     *
     * @throws ApiException if the request cannot be sent, for example without credentials
     */
    default Optional<RateGovernor> governor(Request request) {
        return Optional.empty();
    }

    /** Releases connections; does nothing by default. */
    @Override
    default void close() {}
}
