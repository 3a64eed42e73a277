package ehpc.api;

import ehpc.api.Parameter.Rules;
import ehpc.api.Parameter.Type;
import ehpc.api.Relations.Depending;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads a parameter from its object in a catalogue file. */
final class ParameterFile {

    private static final String JSON = "json ";

    private ParameterFile() {}

    static Parameter parameter(JsonFields facts) {
        String type = facts.text("type");
        boolean json = type.startsWith(JSON);
        return new Parameter(
                facts.text("name"),
                json ? Type.JSON : type(type),
                json ? type(type.substring(JSON.length())) : null,
                facts.flag("required"),
                facts.flag("secret"),
                facts.text("names"),
                facts.text("help"),
                facts.value("example"),
                facts.value("default"),
                rules(facts),
                facts.each("fields").stream().map(ParameterFile::parameter).toList());
    }

    private static Type type(String name) {
        return switch (name) {
            case "string" -> Type.STRING;
            case "integer" -> Type.INTEGER;
            case "long" -> Type.LONG;
            case "float" -> Type.FLOAT;
            case "boolean" -> Type.BOOLEAN;
            case "object" -> Type.OBJECT;
            case "object[]" -> Type.OBJECT_LIST;
            case "string[]" -> Type.STRING_LIST;
            default -> throw new IllegalArgumentException("unknown parameter type '" + name + "'");
        };
    }

    private static Rules rules(JsonFields facts) {
        return new Rules(
                facts.number("min"),
                facts.number("max"),
                facts.integer("decimals"),
                facts.integer("minLength"),
                facts.integer("maxLength"),
                facts.integer("minItems"),
                facts.integer("maxItems"),
                facts.texts("values"),
                facts.text("separator"),
                facts.has("pattern") ? Pattern.compile(facts.text("pattern")) : null,
                facts.text("form"),
                facts.integer("maxBytes"),
                facts.texts("forbiddenPrefixes"),
                facts.texts("forbiddenParts"),
                facts.text("unit"),
                relations(facts),
                facts.texts("notes"));
    }

    private static Relations relations(JsonFields facts) {
        return new Relations(
                facts.facts("requiredWhen").map(ParameterFile::condition).orElse(null),
                facts.facts("effectiveWhen").map(ParameterFile::condition).orElse(null),
                depending(facts, "valuesWhen", "values", JsonFields::texts),
                depending(facts, "maxWhen", "max", number -> new BigDecimal(number.toString())),
                facts.text("excludes"),
                facts.text("lessThan"),
                facts.text("atLeast"));
    }

    private static Condition condition(JsonFields facts) {
        if (facts.has("is")) {
            return new Condition(Condition.Kind.IS, List.of(facts.text("parameter")), facts.text("is"));
        }
        if (facts.has("missing")) {
            return new Condition(Condition.Kind.MISSING, List.of(facts.text("missing")), null);
        }
        return facts.has("given")
                ? new Condition(Condition.Kind.GIVEN, facts.texts("given"), null)
                : new Condition(Condition.Kind.ALL_GIVEN, facts.texts("allGiven"), null);
    }

    private static <T> Depending<T> depending(JsonFields facts, String name, String key, Function<Object, T> read) {
        return facts.facts(name)
                .map(when -> {
                    Map<String, T> by = new LinkedHashMap<>();
                    JsonFields.of(when.value(key)).values().forEach((value, what) -> by.put(value, read.apply(what)));
                    return new Depending<>(when.text("parameter"), Collections.unmodifiableMap(by));
                })
                .orElse(null);
    }
}
