package ehpc.local.internal.operation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The fields of an answer, in order. */
final class AnswerFields extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

    private static final DateTimeFormatter WITHOUT_ZONE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter MILLIS_WITHOUT_ZONE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private AnswerFields() {}

    static AnswerFields none() {
        return new AnswerFields();
    }

    static AnswerFields of(String name, Object value) {
        return none().and(name, value);
    }

    AnswerFields and(String name, Object value) {
        put(name, value);
        return this;
    }

    AnswerFields and(Map<String, ?> more) {
        putAll(more);
        return this;
    }

    /** Returns a list inside its object. */
    static AnswerFields wrapped(String inner, List<?> list) {
        return of(inner, list);
    }

    /** Returns a time in the format of clusters and nodes. */
    static String millis(Instant time) {
        return MILLIS.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Returns a time in the format of command results. */
    static String seconds(Instant time) {
        return SECONDS.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Returns a time in the format of ListUsers, in UTC. */
    static String withoutZone(Instant time) {
        return WITHOUT_ZONE.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Returns a time in the format of ListClusterLogs, in UTC. */
    static String millisWithoutZone(Instant time) {
        return MILLIS_WITHOUT_ZONE.format(time.atOffset(ZoneOffset.UTC));
    }

    /** Returns a time in the format of file systems and profilings, in UTC. */
    static String spaced(Instant time) {
        return SPACED.format(time.atOffset(ZoneOffset.UTC));
    }
}
