package ehpc.api;

import java.time.Duration;

/**
 * The seam to the service: takes one request there and brings its answer back.
 *
 * <p>A transport sends each request at most once; whether to try again is decided above it. Implementations are safe for use
 * by several threads.
 */
@FunctionalInterface
public interface Transport extends AutoCloseable {

    /** A transport that sends nothing and fails every request as unreachable. */
    Transport OFFLINE = request -> {
        throw ApiException.unreachable(request.operation(), "offline: nothing was sent", null);
    };

    /**
     * Sends a request once.
     *
     * @param request a request whose parameters have been checked
     * @return the service's answer of success
     * @throws ApiException the service refused, was not reached, or its answer was lost. Any other exception, and null in place of an
     *     answer, counts as an answer that was lost: the request may have been carried out.
     */
    Response send(Request request);

    /**
     * Lets time pass between two requests. When the transport is closed meanwhile it may end early; the next request is refused then.
     *
     * @throws InterruptedException the thread was interrupted
     */
    default void pause(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }

    /** Frees connections; the default has none. */
    @Override
    default void close() {}
}
