package ehpc.connect;

import ehpc.api.ApiException;
import ehpc.api.RateGovernor;
import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.api.Transport;
import java.time.Duration;
import java.util.Optional;

/**
 * A transport of the caller around that to the service: a plain function knows only how to send, and yet its requests count against the
 * service's limit.
 *
 * @param decorated receives the requests
 * @param service the transport to the service
 */
record DecoratedTransport(Transport decorated, Transport service) implements Transport {

    @Override
    public Response send(Request request) {
        return decorated.send(request);
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        decorated.pause(time);
    }

    /** Without credentials there is none: then sending fails, or the caller's transport needs none. */
    @Override
    public Optional<RateGovernor> governor(Request request) {
        try {
            return service.governor(request);
        } catch (ApiException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        decorated.close();
    }
}
