package ehpc.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a response tree from its compact form: {@code {"Status": "string(running|stopped)", "Ids": ["string"]}}. */
final class ShapeFile {

    private ShapeFile() {}

    static Shape shape(Object compact) {
        if (compact instanceof Map<?, ?> fields) {
            Map<String, Shape> shapes = new LinkedHashMap<>();
            fields.forEach((name, field) -> shapes.put(name.toString(), shape(field)));
            return new Shape(Shape.Type.OBJECT, Collections.unmodifiableMap(shapes), null, List.of());
        }
        if (compact instanceof List<?> list) {
            return new Shape(Shape.Type.LIST, Map.of(), shape(list.get(0)), List.of());
        }
        String text = compact.toString();
        int values = text.indexOf('(');
        return values < 0
                ? leaf(text, List.of())
                : leaf(text.substring(0, values), values(text.substring(values + 1, text.length() - 1)));
    }

    private static Shape leaf(String type, List<String> values) {
        return new Shape(Shape.Type.valueOf(type.toUpperCase(Locale.ROOT)), Map.of(), null, values);
    }

    private static List<String> values(String text) {
        return List.of(text.split("\\|", -1));
    }
}
