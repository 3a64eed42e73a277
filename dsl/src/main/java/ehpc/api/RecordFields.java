package ehpc.api;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads typed values of an object of an answer. A missing, null or blank field is an empty text, zero, false or an empty list. An
 * unreadable field throws an {@link ApiException}, as no decision may rest on it. Dots separate the names in a path.
 *
 * @param operation the operation of the answer
 * @param entry the object
 */
public record RecordFields(Operation operation, Map<String, Object> entry) {

    private static final Pattern WHOLE = Pattern.compile("([+-]?[0-9]{1,400})(?:\\.0{1,400})?");

    private static final List<String> IDS = List.of("Id", "InstanceId", "CommandId");

    /** Returns a text, number or boolean as text. */
    public String text(String path) {
        return at(path).map(value -> text(path, value)).orElse("");
    }

    private String text(String path, Object value) {
        if (!isPlain(value)) {
            throw unreadable(path, value, "a text");
        }
        return value.toString();
    }

    /** Returns a 64-bit integer; the given number if the field is missing. */
    public long number(String path, long missing) {
        return integer(path)
                .map(number -> {
                    if (number.bitLength() >= Long.SIZE) {
                        throw unreadable(path, number, "a number of at most 64 bits");
                    }
                    return number.longValue();
                })
                .orElse(missing);
    }

    /** Returns an integer of any size. */
    public Optional<BigInteger> integer(String path) {
        return at(path).map(value -> {
            Matcher number = WHOLE.matcher(value.toString().strip());
            if (value instanceof Boolean || !number.matches()) {
                throw unreadable(path, value, "a whole number");
            }
            return new BigInteger(number.group(1));
        });
    }

    /** Returns a boolean; false if the field is missing. */
    public boolean flag(String path) {
        return choice(path).orElse(false);
    }

    /** Returns a boolean; empty if the field is missing. */
    public Optional<Boolean> choice(String path) {
        return at(path).map(value -> {
            if (!(value instanceof Boolean flag)) {
                throw unreadable(path, value, "true or false");
            }
            return flag;
        });
    }

    /** Returns a list of texts. */
    public List<String> texts(String path) {
        return at(path).map(value -> {
                    if (!(value instanceof List<?> list) || !list.stream().allMatch(RecordFields::isPlain)) {
                        throw unreadable(path, value, "a list of texts");
                    }
                    return list.stream().map(String::valueOf).toList();
                })
                .orElse(List.of());
    }

    /** Returns a nested object. */
    @SuppressWarnings("unchecked") // objects of an answer have text keys
    public RecordFields object(String path) {
        return at(path).map(value -> {
                    if (!(value instanceof Map<?, ?> map)) {
                        throw unreadable(path, value, "an object");
                    }
                    return new RecordFields(operation, (Map<String, Object>) map);
                })
                .orElse(new RecordFields(operation, Map.of()));
    }

    /** Returns typed access to each of the objects of a list; empty if missing. */
    @SuppressWarnings("unchecked") // objects of an answer have text keys
    public List<RecordFields> records(String path) {
        return at(path).map(value -> {
                    if (!(value instanceof List<?> list) || !list.stream().allMatch(Map.class::isInstance)) {
                        throw unreadable(path, value, "a list of objects");
                    }
                    return list.stream()
                            .map(one -> new RecordFields(operation, (Map<String, Object>) one))
                            .toList();
                })
                .orElse(List.of());
    }

    private static boolean isPlain(Object value) {
        return value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
    }

    private Optional<Object> at(String path) {
        Object here = entry;
        for (String step : path.split("\\.")) {
            if (isAbsent(here)) {
                return Optional.empty();
            }
            if (!(here instanceof Map<?, ?> map)) {
                throw unreadable(path.substring(0, path.lastIndexOf("." + step)), here, "an object");
            }
            here = map.get(step);
        }
        return isAbsent(here) ? Optional.empty() : Optional.of(here);
    }

    private static boolean isAbsent(Object value) {
        return value == null
                || value instanceof CharSequence text && text.toString().isBlank();
    }

    private ApiException unreadable(String path, Object value, String right) {
        String whose = IDS.stream()
                .filter(name -> !name.equals(path) && entry.get(name) instanceof String)
                .findFirst()
                .map(name -> " of " + entry.get(name))
                .orElse("");
        return ApiException.unreadable(operation, path + whose, value, right);
    }
}
