package ehpc.dsl;

import ehpc.api.InputException;
import ehpc.api.NameStyle;
import ehpc.api.Response;
import ehpc.api.Shape;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.text.Nearest;
import groovy.lang.GroovyObjectSupport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.codehaus.groovy.runtime.FormatHelper;

/**
 * An answer of {@code api}, or an object inside one. Its fields are read as properties, under the catalogue's names in lower camel case
 * ({@code answer.queues.queueInfo[0].queueName}) or as the service spells them: text, {@code Integer}, {@code Long}, {@code BigDecimal},
 * {@code Boolean}, lists and records. A missing field is null, a missing list is empty. Each access to a list returns a copy, which the
 * script may sort or change. Immutable.
 */
@WordsOf(WordPlace.ANSWER)
public final class ApiRecord extends GroovyObjectSupport {

    private static final Set<String> PLUMBING = Set.of("class", "metaClass");
    private static final Shape UNKNOWN = new Shape(Shape.Type.OBJECT, Map.of(), null, List.of());

    private final String place;
    private final Shape shape;
    /** If the answer is absent, any access throws. */
    private final Supplier<Map<String, Object>> values;

    private ApiRecord(String place, Shape shape, Supplier<Map<String, Object>> values) {
        this.place = place;
        this.shape = shape;
        this.values = values;
    }

    static ApiRecord of(Response response) {
        String name = NameStyle.SCRIPT.of(response.operation().name());
        return new ApiRecord(name, response.operation().response(), response::body);
    }

    /** Returns an element of a list. */
    static ApiRecord of(ApiList list, Map<String, Object> element) {
        return new ApiRecord(list.place(), list.element(), () -> element);
    }

    /**
     * Returns a field's value; null if missing.
     *
     * @throws InputException if the field does not exist, or its type differs from the documented one
     */
    @Override
    public Object getProperty(String name) {
        if (PLUMBING.contains(name)) {
            return super.getProperty(name);
        }
        Set<String> names = new LinkedHashSet<>(shape.fields().keySet());
        names.addAll(values.get().keySet());
        String field = NameStyle.find(name, names)
                .orElseThrow(() -> new InputException(
                        "unknown name '" + name + "' on " + place + Nearest.hint(name, NameStyle.SCRIPT.of(names))));
        String inside = place + "." + NameStyle.SCRIPT.of(field);
        return value(inside, shape.fields().get(field), values.get().get(field));
    }

    /** Always throws: an answer is read-only. */
    @Override
    public void setProperty(String name, Object value) {
        throw new InputException("'" + name + "' cannot be set: an answer is read-only");
    }

    /**
     * Returns a value of an answer as scripts see it.
     *
     * @param place its path, for messages
     * @param shape its documented type; null if unknown
     */
    static Object value(String place, Shape shape, Object value) {
        if (value instanceof List<?> list) {
            Shape element = shape == null ? null : shape.element();
            return list.stream()
                    .map(one -> value(place, element, one))
                    .collect(ArrayList::new, List::add, List::addAll);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = named(map);
            return new ApiRecord(place, shape == null ? UNKNOWN : shape, () -> fields);
        }
        if (shape != null && value != null && !fits(shape.type(), value)) {
            throw new InputException(
                    place + " must be " + typeName(shape.type()) + ", the service returned '" + value + "'");
        }
        return value;
    }

    private static boolean fits(Shape.Type type, Object value) {
        return switch (type) {
            case STRING -> value instanceof String;
            case INTEGER -> value instanceof Integer;
            case LONG -> value instanceof Long;
            case FLOAT -> value instanceof BigDecimal;
            case BOOLEAN -> value instanceof Boolean;
            case OBJECT, LIST -> false;
        };
    }

    private static String typeName(Shape.Type type) {
        return switch (type) {
            case STRING -> "text";
            case INTEGER -> "a whole number of at most 32 bits";
            case LONG -> "a whole number";
            case FLOAT -> "a number";
            case BOOLEAN -> "true or false";
            case OBJECT -> "an object";
            case LIST -> "a list";
        };
    }

    /** Returns a copy of the complete answer, by the names of scripts: text, numbers, booleans, lists and maps. */
    @WordFacts(
            form = "ANSWER.asMap()",
            value = "The complete answer as a map that can be changed.",
            example = "println api.listQueues().asMap().keySet()")
    public Map<String, Object> asMap() {
        return spelled(values.get());
    }

    private static Map<String, Object> spelled(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(NameStyle.SCRIPT.of(name.toString()), spelled(value)));
        return copy;
    }

    private static Object spelled(Object value) {
        if (value instanceof Map<?, ?> map) {
            return spelled(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(ApiRecord::spelled).toList()
                : value;
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(name.toString(), value));
        return named;
    }

    /** Returns whether the other is a record with the same fields. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ApiRecord that && values.get().equals(that.values.get());
    }

    @Override
    public int hashCode() {
        return values.get().hashCode();
    }

    /** Returns the fields in the form of a Groovy map: {@code [requestId:..., totalCount:2]}. */
    @Override
    public String toString() {
        return FormatHelper.toString(asMap());
    }
}
