package ehpc.api;

import java.util.Map;

/** Brings a parsed answer into the form of the operation's response tree. */
final class ResponseReader {

    private ResponseReader() {}

    static Map<String, Object> read(Operation operation, Map<String, ?> parsed) {
        throw new UnsupportedOperationException();
    }
}
