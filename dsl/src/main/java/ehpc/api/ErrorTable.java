package ehpc.api;

import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The table of errors beside the catalogue: the category of codes and statuses, and its consequences for retries. */
final class ErrorTable {

    private static final ErrorTable TABLE = new ErrorTable();

    private final Map<ErrorCategory, Rule> rules = new EnumMap<>(ErrorCategory.class);
    private final Map<String, ErrorCategory> codes = new HashMap<>();
    private final Map<Integer, ErrorCategory> statuses = new HashMap<>();

    /**
     * The consequences of a category.
     *
     * @param temporary whether the unchanged request may succeed a little later
     * @param nothingDone whether nothing was done, so that any request may be repeated
     * @param maybeDone whether the request may have been carried out
     */
    record Rule(boolean temporary, boolean nothingDone, boolean maybeDone) {}

    private ErrorTable() {
        JsonFields file = new JsonFields(Json.object(resource()));
        for (ErrorCategory category : ErrorCategory.values()) {
            JsonFields line = file.facts(category.word()).orElseThrow();
            rules.put(category, new Rule(line.flag("temporary"), line.flag("nothingDone"), line.flag("maybeDone")));
            line.texts("codes").forEach(code -> codes.put(code, category));
            line.texts("statuses").forEach(status -> statuses.put(Integer.valueOf(status), category));
        }
    }

    private static InputStream resource() {
        return ErrorTable.class.getResourceAsStream("/ehpc/api/2018-04-12/error-categories.json");
    }

    static Rule rule(ErrorCategory category) {
        return TABLE.rules.get(category);
    }

    /** Returns the category of a code or of its longest dotted prefix in the table: {@code Throttling.User} is Throttling. */
    static Optional<ErrorCategory> of(String code) {
        String start = code;
        while (!TABLE.codes.containsKey(start) && start.lastIndexOf('.') > 0) {
            start = start.substring(0, start.lastIndexOf('.'));
        }
        return Optional.ofNullable(TABLE.codes.get(start));
    }

    /** Returns the category of a status; for an unlisted one, that of its hundred. */
    static ErrorCategory of(int status) {
        ErrorCategory known = TABLE.statuses.get(status);
        return known != null ? known : status >= 500 ? ErrorCategory.INTERNAL : ErrorCategory.INVALID;
    }
}
