package ehpc.repl.internal.shell;

import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.render.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Converts values of scripts to finite maps, lists and texts: a value that contains itself is replaced there, as by {@code println}, and
 * all {@code toString()} methods of the script have been called.
 */
final class FiniteValue {

    /** Deeper nesting is not readable. */
    private static final int DEEPEST = 100;

    private static final Pattern ENTRY = Pattern.compile("^EhpcScript_(\\d+)\\.ehpc$");

    private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());
    private final int most;

    private FiniteValue(int most) {
        this.most = most;
    }

    /** The first elements of a list, and the number of the others. */
    static final class Cut extends ArrayList<Object> {

        private static final long serialVersionUID = 1L;

        private final int more;

        private Cut(List<Object> first, int more) {
            super(first);
            this.more = more;
        }

        int more() {
            return more;
        }
    }

    /**
     * Converts a value.
     *
     * @param most the maximum number of elements of a list
     * @throws UsageException if the value's own methods fail; the message names the place
     */
    static Object of(Object value, int most) {
        return new FiniteValue(most).copy(value);
    }

    private Object copy(Object value) {
        if (PlainValues.isOfLibrary(value) || value instanceof Throwable) {
            return value;
        }
        if (value instanceof Collection<?> many && many.size() > most && !(value instanceof Set)) {
            return nested(value, () -> new Cut(list(many), many.size() - most));
        }
        Object plain = PlainValues.of(value);
        if (plain instanceof Map<?, ?> map) {
            return nested(value, () -> map(map));
        }
        if (plain instanceof List<?> list) {
            return nested(value, () -> list(list));
        }
        boolean known = plain == null || plain instanceof String || plain instanceof Boolean || plain instanceof Number;
        return known ? plain : text(plain);
    }

    private Object nested(Object value, Supplier<Object> copying) {
        if (around.size() >= DEEPEST) {
            return "…";
        }
        if (!around.add(value)) {
            return value instanceof Map ? "(this Map)" : value instanceof Collection ? "(this Collection)" : "(this)";
        }
        try {
            return copying.get();
        } finally {
            around.remove(value);
        }
    }

    private Map<Object, Object> map(Map<?, ?> map) {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(copy(name), copy(value)));
        return copy;
    }

    private List<Object> list(Collection<?> many) {
        List<Object> copy = new ArrayList<>();
        for (Object one : many) {
            if (copy.size() == most) {
                break;
            }
            copy.add(copy(one));
        }
        return copy;
    }

    private static String text(Object value) {
        try {
            return String.valueOf(value.toString());
        } catch (Throwable e) { // the script's own code may raise any exception
            throw failure(value, e);
        }
    }

    /** Returns the failure of a script's code while a value was printed. */
    static UsageException failure(Object value, Throwable raised) {
        String place = "";
        for (StackTraceElement frame : raised.getStackTrace()) {
            String file = frame.getFileName();
            if (place.isEmpty() && frame.getLineNumber() > 0 && file != null && !file.matches(".*\\.(java|groovy)")) {
                place = ENTRY.matcher(file).replaceFirst("[$1]") + ":" + frame.getLineNumber() + ": ";
            }
        }
        String message = raised.getMessage() == null ? "" : ": " + raised.getMessage();
        UsageException failure = new UsageException(place + "showing "
                + value.getClass().getSimpleName() + " raised "
                + raised.getClass().getSimpleName() + Printable.line(message));
        failure.initCause(raised);
        return failure;
    }
}
