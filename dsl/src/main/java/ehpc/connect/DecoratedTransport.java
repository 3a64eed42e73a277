package ehpc.connect;

import ehpc.api.ApiException;
import ehpc.api.RateGovernor;
import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.api.Transport;
import java.time.Duration;
import java.util.Optional;

/**
 * A transport of the caller around that to the service. It also provides the governor of the service, because a plain function as a
 * transport has none.
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

    /** Empty without credentials: sending fails then, or the caller's transport needs none. */
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
