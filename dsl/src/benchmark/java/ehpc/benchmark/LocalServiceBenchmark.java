package ehpc.benchmark;

import ehpc.local.ExecutionMode;
import ehpc.local.LocalOptions;
import ehpc.local.LocalService;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The calls of ListClusters that the local service answers in a second, by the number of its nodes. The client, which signs each request, is
 * part of the time. For one core: {@code taskset -c 0 mvn ...}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Threads(4)
@Fork(1)
public class LocalServiceBenchmark {

    /** The number of compute nodes. */
    @Param({"10", "10000"})
    public int nodes;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private LocalService service;

    /** Starts the service. */
    @Setup
    public void start() {
        service = LocalService.start(
                LocalOptions.defaults().withExecution(ExecutionMode.HOST).withComputeNodes(nodes));
    }

    /** Ends the service. */
    @TearDown
    public void end() {
        service.close();
    }

    /** Asks for the clusters. */
    @Benchmark
    public String listClusters() throws IOException, InterruptedException, GeneralSecurityException {
        URI uri = URI.create(service.endpoint() + "/?" + signed());
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
        return answer.body();
    }

    private String signed() throws GeneralSecurityException {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "AccessKeyId", service.accessKeyId(),
                "Action", "ListClusters",
                "Format", "JSON",
                "SignatureMethod", "HMAC-SHA1",
                "SignatureNonce", UUID.randomUUID().toString(),
                "SignatureVersion", "1.0",
                "Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "Version", "2018-04-12"));
        String query = parameters.entrySet().stream()
                .map(p -> p.getKey() + "=" + encoded(p.getValue()))
                .collect(Collectors.joining("&"));
        byte[] key = (service.accessKeySecret() + "&").getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        byte[] signature = mac.doFinal(("GET&%2F&" + encoded(query)).getBytes(StandardCharsets.UTF_8));
        return query + "&Signature=" + encoded(Base64.getEncoder().encodeToString(signature));
    }

    /** Encodes a text that has neither a blank, nor an asterisk, nor a tilde. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
