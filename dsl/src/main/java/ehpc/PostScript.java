package ehpc;

import ehpc.api.InputException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * A post-processing script of a cluster: it is fetched and run on each node that is set up later.
 *
 * @param url where the script lies, an {@code http} or {@code https} URL
 * @param args its arguments, one text; empty for none
 */
public record PostScript(String url, String args) {

    /**
     * @throws InputException the URL is none
     */
    public PostScript {
        if (url == null || args == null) {
            throw new InputException("post script must have a URL and arguments, is null");
        }
        checkUrl(url);
    }

    /** A post-processing script without arguments. */
    public static PostScript of(String url) {
        return new PostScript(url, "");
    }

    /** A post-processing script with arguments. */
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

    /** URL and arguments, with a blank between. */
    @Override
    public String toString() {
        return args.isEmpty() ? url : url + " " + args;
    }
}
