package ehpc.local.internal.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replaces the fields of an answer by values of other types than documented. */
final class WrongTypes {

    private WrongTypes() {}

    /** Returns the fields; all except the request id have another type: a list or object is a text, everything else is a list. */
    static Map<String, Object> of(Map<String, Object> body) {
        Map<String, Object> wrong = new LinkedHashMap<>(body);
        wrong.replaceAll((name, value) -> name.equals("RequestId") ? value : other(value));
        return wrong;
    }

    private static Object other(Object value) {
        return value instanceof Map || value instanceof List ? "a fault on demand" : List.of(value);
    }
}
