package ehpc.samples.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** What the application answers over HTTP: the records of {@code ehpc run --output json}. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApplicationTest {

    private static final String CLUSTER = "ehpc-hz-localdemo1";

    private final HttpClient client = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @Test
    void answersWithRecords() throws Exception {
        String results =
                post("/scripts", "cluster('" + CLUSTER + "') { run 'echo hi' timeout 60.seconds on nodes.login }");
        assertTrue(
                results.matches(
                        "\\[\\[\\{\"cluster\":\"" + CLUSTER
                                + "\",\"command\":\"echo hi\",\"commandId\":\"[^\"]+\",\"node\":\"login0\","
                                + "\"id\":\"[^\"]+\",\"outcome\":\"ok\",\"exitCode\":0,\"output\":\"hi\\\\n\",\"detail\":\"\",\"finishedTime\":\"[^\"]+\"\\}\\]\\]"),
                results);
    }

    @Test
    void answersWithNodesAndClusters() throws Exception {
        String nodes = get("/clusters/" + CLUSTER + "/nodes");
        assertTrue(nodes.startsWith("[{\"clusterId\":\"" + CLUSTER + "\",\"id\":\"i-"), nodes);
        assertTrue(nodes.contains("\"name\":\"compute003\",\"roles\":[\"compute\"],\"status\":\"running\""), nodes);
        String clusters = get("/clusters");
        assertTrue(
                clusters.startsWith(
                        "[{\"id\":\"" + CLUSTER
                                + "\",\"name\":\"localdemo1\",\"status\":\"running\",\"region\":\"cn-hangzhou\",\"scheduler\":\"slurm\"}"),
                clusters);
    }

    @Test
    void answersWithValues() throws Exception {
        assertEquals("{\"a\":\"x1\",\"b\":[1,2,3]}", post("/values", "[a: \"x${1}\", b: 1..3]"));
        assertEquals("PT10M", post("/values", "10.minutes.toString()"));
    }

    @Test
    void answersWithProblems() throws Exception {
        assertEquals(
                "[{\"file\":\"request.ehpc\",\"line\":1,\"column\":1,\"rule\":\"unknown-word\",\"message\":\"unknown word 'imagez'; did you mean"
                        + " 'images'?\",\"suggestion\":\"images\",\"source\":\"imagez\",\"notes\":[],\"remedies\":[]}]",
                send(400, script("/values", "imagez")));
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(200, HttpRequest.newBuilder(uri(path)).GET());
    }

    private String post(String path, String text) throws IOException, InterruptedException {
        return send(200, script(path, text));
    }

    private HttpRequest.Builder script(String path, String text) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(text));
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private String send(int status, HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofString());
        assertEquals(status, response.statusCode(), response.body());
        return response.body();
    }
}
