package ehpc.api;

import ehpc.text.VisibleText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The wordings shared by messages and help. */
public final class Phrases {

    private static final int SHOWN = 60;

    private Phrases() {}

    /** Returns {@code A, B or C}; consecutive integers are abbreviated: {@code 1 to 9, 12 or 24}. */
    public static String or(List<String> values) {
        List<String> shown = runs(values);
        if (shown.size() < 2) {
            return String.join("", shown);
        }
        int last = shown.size() - 1;
        return String.join(", ", shown.subList(0, last)) + " or " + shown.get(last);
    }

    /** Returns {@code 1 to 50}, {@code at least 1}, {@code at most 50} or {@code 6}. */
    public static String range(Number min, Number max) {
        if (min == null) {
            return "at most " + Values.text(max);
        }
        if (max == null) {
            return "at least " + Values.text(min);
        }
        return min.equals(max) ? Values.text(min) : Values.text(min) + " to " + Values.text(max);
    }

    /** Returns a value as text, a number without an exponent. */
    public static String text(Object value) {
        return value instanceof Number number ? Values.text(number) : String.valueOf(value);
    }

    /** Returns {@code 16 elements} or {@code at least 1 element}. */
    public static String counted(Integer min, Integer max, String one) {
        boolean single = max == null ? min == 1 : max == 1;
        return range(min != null && min == 0 && max != null ? null : min, max) + " " + one + (single ? "" : "s");
    }

    /** Returns a value for a message, shortened to one line: text in quotes, numbers and booleans without. */
    static String show(Object value) {
        if (value instanceof Number number) {
            return Values.text(number);
        }
        if (value instanceof Boolean || value instanceof UnknownValue) {
            return value.toString();
        }
        if (value instanceof Secret) {
            return "a secret";
        }
        return "'" + shortened(value instanceof String text ? text : Json.text(named(value))) + "'";
    }

    /** Replaces secrets by their names, so that a misplaced secret can be found. */
    private static Object named(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> named = new LinkedHashMap<>();
            map.forEach((name, inner) -> named.put(name, named(inner)));
            return named;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Phrases::named).collect(Collectors.toCollection(ArrayList::new));
        }
        return value instanceof Secret secret ? "secret '" + secret.name() + "'" : value;
    }

    private static String shortened(String text) {
        int end = text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())));
        return VisibleText.line(text.substring(0, end)) + (end < text.length() ? "..." : "");
    }

    private static List<String> runs(List<String> values) {
        List<String> runs = new ArrayList<>();
        int from = 0;
        while (from < values.size()) {
            int to = from;
            while (to + 1 < values.size() && follows(values.get(to), values.get(to + 1))) {
                to++;
            }
            if (to - from > 1) {
                runs.add(values.get(from) + " to " + values.get(to));
            } else {
                runs.addAll(values.subList(from, to + 1));
            }
            from = to + 1;
        }
        return runs;
    }

    private static boolean follows(String first, String second) {
        return Values.integer(first)
                .map(BigDecimal.ONE::add)
                .flatMap(next -> Values.integer(second).map(next::equals))
                .orElse(false);
    }
}
