package ehpc.repl.internal.faults;

import ehpc.api.Phrases;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of the fields in a fault file.
 *
 * @param form its description in messages
 * @param example an example of a value
 * @param reader converts a text to a value; empty if the text is invalid
 */
record FieldType<T>(String form, String example, Function<String, Optional<T>> reader) {

    private static final Pattern DURATION_FORM = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final Map<String, TemporalUnit> UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);

    static final FieldType<String> TEXT =
            new FieldType<>("a text", "TEXT", text -> text.isBlank() ? Optional.empty() : Optional.of(text));

    static final FieldType<Integer> WHOLE = new FieldType<>(
            "a whole number",
            "1",
            text -> text.matches("-?[0-9]{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty());

    static final FieldType<Double> FRACTION = new FieldType<>(
            "a number such as 0.1",
            "0.1",
            text -> text.matches("-?[0-9]{1,9}(\\.[0-9]{1,15})?")
                    ? Optional.of(Double.parseDouble(text))
                    : Optional.empty());

    static final FieldType<Boolean> FLAG = new FieldType<>(
            "true or false",
            "true",
            text -> text.matches("true|false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty());

    static final FieldType<Duration> DURATION =
            new FieldType<>("a duration such as 50ms, 2s, 10m or 1h", "2s", FieldType::duration);

    static final FieldType<Duration> OFFSET = new FieldType<>(
            "a duration such as 20m or -1h",
            "20m",
            text -> text.startsWith("-") ? duration(text.substring(1)).map(Duration::negated) : duration(text));

    /** Returns a type with these values. */
    static <E> FieldType<E> oneOf(List<E> values, Function<E, String> word) {
        List<String> words = values.stream().map(word).toList();
        return new FieldType<>(
                Phrases.or(words),
                words.get(0),
                text -> values.stream()
                        .filter(value -> word.apply(value).equals(text))
                        .findFirst());
    }

    private static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION_FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(matcher.group(2))))
                : Optional.empty();
    }
}
