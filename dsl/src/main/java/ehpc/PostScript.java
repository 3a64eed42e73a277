package ehpc;

import ehpc.api.InputException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * A post-processing script of a cluster, downloaded and run on each node that is set up later.
 *
 * @param url the script's {@code http} or {@code https} URL
 * @param args its arguments as one text; empty for none
 */
public record PostScript(String url, String args) {

    /** @throws InputException if the URL is malformed */
    public PostScript {
        if (url == null || args == null) {
            throw new InputException("post script must have a URL and arguments, is null");
        }
        checkUrl(url);
    }

    /** Returns a post-processing script without arguments. */
    public static PostScript of(String url) {
        return new PostScript(url, "");
    }

    /** Returns a post-processing script with arguments. */
    public static PostScript of(String url, String args) {
        return new PostScript(url, args);
    }

    private static void checkUrl(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null) {
                return;
            }
        } catch (URISyntaxException e) {
            throw notUrl(url);
        }
        throw notUrl(url);
    }

    private static InputException notUrl(String url) {
        return new InputException("post script URL must look like https://host/path, is '" + url + "'");
    }

    /** Returns the URL and the arguments, separated by a space. */
    @Override
    public String toString() {
        return args.isEmpty() ? url : url + " " + args;
    }
}
