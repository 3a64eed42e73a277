package ehpc.api;

import java.util.List;

/** Checks a request against the catalogue, wholly. */
public final class RequestCheck {

    private RequestCheck() {}

    /** Everything that is wrong with a request, in the order of the operation's parameters; unknown names last. */
    public static List<Problem> problems(Request request) {
        throw new UnsupportedOperationException();
    }
}
