package ehpc.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an operation from its catalogue file. */
final class CatalogueFile {

    private CatalogueFile() {}

    static Operation operation(JsonFields file, Map<String, String> errorHelp) {
        return new Operation(
                file.text("name"),
                file.text("help"),
                file.texts("methods"),
                file.flag("mutates"),
                file.flag("destroys"),
                Optional.ofNullable((Boolean) file.value("idempotent")),
                file.flag("async"),
                Optional.ofNullable(file.text("task")),
                file.facts("paging").map(CatalogueFile::paging),
                file.each("parameters").stream().map(ParameterFile::parameter).toList(),
                shape(file.value("response")),
                errors(file.texts("errors"), errorHelp),
                file.flag("errorsComplete"),
                Set.copyOf(file.texts("subjects")),
                Set.copyOf(file.texts("doneWhenRefused")));
    }

    /** Reads errors written as {@code 404 ClusterNotFound}. */
    static List<ErrorCode> errors(List<String> lines, Map<String, String> help) {
        return lines.stream()
                .map(line -> {
                    String code = line.substring(4);
                    return new ErrorCode(Integer.parseInt(line.substring(0, 3)), code, help.get(code));
                })
                .toList();
    }

    private static Paging paging(JsonFields paging) {
        return new Paging(
                Optional.ofNullable(paging.text("number")),
                Optional.ofNullable(paging.text("size")),
                Optional.ofNullable(paging.text("total")),
                Optional.ofNullable(paging.text("token")),
                paging.text("items"),
                paging.texts("key"),
                Optional.ofNullable(paging.integer("defaultSize")).orElse(0),
                Optional.ofNullable(paging.integer("maxSize")).orElse(0));
    }

    /** Reads a response tree from its compact form: {@code {"Status": "string(running|stopped)", "Ids": ["string"]}}. */
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
