package ehpc;

import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.api.Transport;
import java.util.function.Supplier;

/**
 * A fully specified change to the service, not performed yet: a call of an operation, or a command on nodes with all its waves.
 * {@link Effects} perform it. Immutable.
 *
 * @param <R> the type of the result
 */
public sealed interface Effect<R> permits Effect.Call, PlannedRun {

    /** Returns the origin of the effect in a script. */
    Origin origin();

    /** Sends the effect. Only {@link Effects#sending} calls this. */
    R send(Transport transport);

    /**
     * Returns a placeholder for the result of an effect that is recorded but not performed.
     *
     * @param absence supplies the throwable that any access to the result throws
     */
    R deferred(Supplier<? extends Error> absence);

    /**
     * A call of a mutating operation.
     *
     * @param origin the origin in a script
     * @param request a checked request
     */
    record Call(Origin origin, Request request) implements Effect<Response> {

        @Override
        public Response send(Transport transport) {
            return transport.send(request);
        }

        @Override
        public Response deferred(Supplier<? extends Error> absence) {
            return Response.deferred(request.operation(), absence);
        }

        /** Returns the call with its parameters, secrets masked; for logs. */
        @Override
        public String toString() {
            return request.toString();
        }
    }
}
