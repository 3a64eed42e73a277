package ehpc.local.internal.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives the fields of an answer other types than the documented ones. */
final class WrongTypes {

    private WrongTypes() {}

    /** Returns the fields, each but the request id of another type: a list or object as a text, everything else as a list. */
    static Map<String, Object> of(Map<String, Object> body) {
        Map<String, Object> wrong = new LinkedHashMap<>(body);
        wrong.replaceAll((name, value) -> name.equals("RequestId") ? value : other(value));
        return wrong;
    }

    private static Object other(Object value) {
        return value instanceof Map || value instanceof List ? "a fault on demand" : List.of(value);
    }
}
