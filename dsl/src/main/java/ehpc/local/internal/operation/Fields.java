package ehpc.local.internal.operation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the fields of an answer. */
final class Fields {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");

    private Fields() {}

    /** Fields in order: name, value, name, value. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** A list in its two wrappers. */
    static Map<String, Object> wrapped(String inner, List<?> list) {
        return Map.of(inner, list);
    }

    /** The form of times at clusters and nodes. */
    static String millis(Instant time) {
        return MILLIS.format(time.atOffset(ZoneOffset.UTC));
    }

    /** The form of times at results of commands. */
    static String seconds(Instant time) {
        return SECONDS.format(time.atOffset(ZoneOffset.UTC));
    }
}
