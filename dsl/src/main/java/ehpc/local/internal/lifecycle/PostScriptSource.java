package ehpc.local.internal.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Reads the texts of post scripts from http, https and file URLs. Thread-safe. */
final class PostScriptSource {

    /** The maximum size of a script. */
    static final int MOST_BYTES = 10 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Thrown if a script cannot be read; the message completes the sentence "post script 1 ...". */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private HttpClient http;

    byte[] read(String url) throws Unreadable {
        try {
            URI uri = URI.create(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return switch (scheme) {
                case "http", "https" -> download(uri);
                case "file" -> limited(Files.newInputStream(Path.of(uri)));
                default -> throw new Unreadable("must have an http, https or file URL");
            };
        } catch (NoSuchFileException e) {
            throw new Unreadable("was not found: there is no file " + e.getFile());
        } catch (IOException e) {
            throw new Unreadable("could not be read: " + e);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new Unreadable("must have an http, https or file URL");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreadable("was not read, because the local service ended");
        }
    }

    private byte[] download(URI uri) throws IOException, InterruptedException, Unreadable {
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
        HttpResponse<InputStream> answer = http().send(request, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new Unreadable("could not be downloaded: HTTP status " + answer.statusCode());
            }
            return limited(body);
        }
    }

    /** A client reads the certificates of the system, so that there is none before the first script. */
    private synchronized HttpClient http() {
        if (http == null) {
            http = HttpClient.newBuilder()
                    .followRedirects(Redirect.NORMAL)
                    .connectTimeout(PATIENCE)
                    .build();
        }
        return http;
    }

    private static byte[] limited(InputStream in) throws IOException, Unreadable {
        try (in) {
            byte[] script = in.readNBytes(MOST_BYTES + 1);
            if (script.length > MOST_BYTES) {
                throw new Unreadable("must have at most " + MOST_BYTES + " bytes");
            }
            return script;
        }
    }
}
