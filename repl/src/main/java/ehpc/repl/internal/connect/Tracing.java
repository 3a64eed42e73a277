package ehpc.repl.internal.connect;

import ehpc.api.ApiException;
import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.api.Transport;
import ehpc.text.VisibleText;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** Writes one line for each request to the service, and one for its answer. */
public final class Tracing implements Transport {

    private static final int LONGEST = 400;

    private final Transport service;
    private final Consumer<String> lines;
    private final LongSupplier nanos;

    private Tracing(Transport service, Consumer<String> lines, LongSupplier nanos) {
        this.service = service;
        this.lines = lines;
        this.nanos = nanos;
    }

    /**
     * Returns a decorator of the transport.
     *
     * @param lines accepts the lines, which contain no secrets and no control characters
     * @param mask masks the secrets in commands
     */
    public static UnaryOperator<Transport> to(Consumer<String> lines, UnaryOperator<String> mask) {
        return service -> new Tracing(service, line -> lines.accept(shown(mask.apply(line))), System::nanoTime);
    }

    @Override
    public Response send(Request request) {
        write("-> " + request); // without secret parameters
        long began = nanos.getAsLong();
        try {
            Response response = service.send(request);
            write("<- " + request.operation() + " ok, " + millis(began) + ", request " + response.requestId());
            return response;
        } catch (ApiException e) {
            String status = e.httpStatus() > 0 ? "http " + e.httpStatus() + " " + e.code() : "no answer";
            write("<- " + request.operation() + " " + status + ", " + millis(began)
                    + e.requestId().map(", request "::concat).orElse(""));
            throw e;
        }
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        service.pause(time);
    }

    private String millis(long began) {
        return TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - began) + " ms";
    }

    private void write(String line) {
        lines.accept(line);
    }

    private static String shown(String line) {
        String shown = VisibleText.withTabs(line);
        return shown.length() > LONGEST ? shown.substring(0, LONGEST - 1) + "…" : shown;
    }
}
