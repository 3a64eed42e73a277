package ehpc.api;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Enforces the contract of another transport: each request ends in an answer or an {@link ApiException}. Anything else leaves open whether
 * the request was carried out.
 */
final class ContractTransport implements Transport {

    private final Transport transport;

    ContractTransport(Transport transport) {
        this.transport = Objects.requireNonNull(transport);
    }

    @Override
    public Response send(Request request) {
        Response answer;
        try {
            answer = transport.send(request);
        } catch (ApiException e) {
            throw e;
        } catch (Throwable e) {
            throw failed(request, e);
        }
        if (answer == null) {
            throw ApiException.lost(request.operation(), 0, "the transport returned null", null, null)
                    .of(request);
        }
        return answer;
    }

    @Override
    public Optional<RateGovernor> governor(Request request) {
        try {
            return transport.governor(request);
        } catch (ApiException e) {
            throw e;
        } catch (RuntimeException e) {
            return Optional.empty(); // the request goes its way without it
        }
    }

    private static ApiException failed(Request request, Throwable failure) {
        String detail = "the transport failed: "
                + failure.toString().lines().findFirst().orElse("");
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return ApiException.abandoned(request.operation(), ErrorCategory.INTERRUPTED, detail, failure)
                    .of(request);
        }
        return ApiException.lost(request.operation(), 0, detail, null, failure).of(request);
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        try {
            transport.pause(time);
        } catch (RuntimeException e) {
            Thread.sleep(time.toMillis()); // a failed pause is no reason to give up the results of a command
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
