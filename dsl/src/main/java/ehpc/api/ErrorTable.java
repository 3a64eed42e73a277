package ehpc.api;

import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The table of errors beside the catalogue: which category codes and statuses belong to, and what that means for trying again. */
final class ErrorTable {

    private static final ErrorTable TABLE = new ErrorTable();

    private final Map<ErrorCategory, Rule> rules = new EnumMap<>(ErrorCategory.class);
    private final Map<String, ErrorCategory> codes = new HashMap<>();
    private final Map<Integer, ErrorCategory> statuses = new HashMap<>();

    /**
     * A category's line.
     *
     * @param temporary whether the same request may succeed a little later
     * @param nothingDone whether nothing was done, so that anything may be sent again
     * @param maybeDone whether what was asked may have been done
     */
    record Rule(boolean temporary, boolean nothingDone, boolean maybeDone) {}

    private ErrorTable() {
        Facts file = new Facts(Json.object(resource()));
        for (ErrorCategory category : ErrorCategory.values()) {
            Facts line = file.facts(category.word()).orElseThrow();
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

    /** The category of a code or, part by part from its end, of what it begins with: {@code Throttling.User} is Throttling. */
    static Optional<ErrorCategory> of(String code) {
        String start = code;
        while (!TABLE.codes.containsKey(start) && start.lastIndexOf('.') > 0) {
            start = start.substring(0, start.lastIndexOf('.'));
        }
        return Optional.ofNullable(TABLE.codes.get(start));
    }

    /** The category of a status; of one that is not listed, that of its hundred. */
    static ErrorCategory of(int status) {
        ErrorCategory known = TABLE.statuses.get(status);
        return known != null ? known : status >= 500 ? ErrorCategory.INTERNAL : ErrorCategory.INVALID;
    }
}
