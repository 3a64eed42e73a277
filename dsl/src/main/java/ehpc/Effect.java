package ehpc;

import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.api.Transport;
import java.util.function.Supplier;

/**
 * Something that changes the service, decided whole and not carried out: a call of an operation, or a command on nodes with all its waves.
 * {@link Effects} carry it out. Immutable.
 *
 * @param <R> the type of its result
 */
public sealed interface Effect<R> permits Effect.Call, PlannedRun {

    /** Where it comes from. */
    Origin origin();

    /** Sends it. {@link Effects#sending} alone calls this. */
    R send(Transport transport);

    /**
     * The place of its result, where it is recorded and not carried out.
     *
     * @param absence gives what is thrown when somebody looks at the result
     */
    R deferred(Supplier<? extends Error> absence);

    /**
     * A call of an operation that changes something.
     *
     * @param origin where it comes from
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

        /** The call with its parameters, secrets masked; for logs. */
        @Override
        public String toString() {
            return request.toString();
        }
    }
}
