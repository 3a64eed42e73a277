package ehpc.edit;

import ehpc.api.NameStyle;
import ehpc.api.Parameter;
import ehpc.api.Parameter.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A name among the arguments of a call of the API: a parameter, a field inside one, or the first part of several flat names.
 *
 * @param name its name in scripts
 * @param parameter its entry in the catalogue; empty for a part of flat names
 * @param isList whether it takes a list
 * @param fields of the object, or of each object of the list; empty for plain values
 * @param required whether a call without it is refused
 */
record ApiField(String name, Optional<Parameter> parameter, boolean isList, List<ApiField> fields, boolean required) {

    /** Returns the fields of one level, the required ones first. */
    static List<ApiField> of(List<Parameter> parameters) {
        Map<String, List<Parameter>> parts = new LinkedHashMap<>();
        List<ApiField> fields = new ArrayList<>();
        for (Parameter parameter : parameters) {
            int dot = parameter.name().indexOf('.');
            if (dot < 0) {
                fields.add(of(parameter, NameStyle.SCRIPT.of(parameter.name())));
            } else {
                parts.computeIfAbsent(parameter.name().substring(0, dot), part -> new ArrayList<>())
                        .add(parameter);
            }
        }
        parts.forEach((part, flat) -> fields.add(group(part, flat)));
        List<ApiField> ordered =
                new ArrayList<>(fields.stream().filter(ApiField::required).toList());
        fields.stream().filter(field -> !field.required()).forEach(ordered::add);
        return List.copyOf(ordered);
    }

    private static ApiField of(Parameter parameter, String name) {
        boolean list = parameter.content() == Type.OBJECT_LIST || parameter.content() == Type.STRING_LIST;
        return new ApiField(name, Optional.of(parameter), list, of(parameter.fields()), parameter.required());
    }

    private static ApiField group(String part, List<Parameter> flat) {
        List<Parameter> inner = flat.stream()
                .map(one -> one.as(one.name().substring(part.length() + 1), one.type()))
                .toList();
        List<ApiField> fields = of(inner);
        return new ApiField(
                NameStyle.SCRIPT.of(part),
                Optional.empty(),
                false,
                fields,
                fields.stream().anyMatch(ApiField::required));
    }

    static Optional<ApiField> find(List<ApiField> fields, String name) {
        return NameStyle.find(name, fields.stream().map(ApiField::name).toList())
                .or(() -> fields.stream()
                        .map(ApiField::name)
                        .filter(name::equalsIgnoreCase)
                        .findFirst())
                .flatMap(found -> fields.stream()
                        .filter(field -> field.name().equals(found))
                        .findFirst());
    }

    /** Returns an element of the list. */
    ApiField element() {
        return new ApiField(name, parameter, false, fields, required);
    }

    /** Returns its help in one line, with the default value. */
    String help() {
        String must = required ? "required; " : "";
        return must
                + parameter
                        .map(known -> known.help()
                                + (known.defaultValue() == null ? "" : " (" + known.defaultValue() + " unless given)"))
                        .orElse("contains "
                                + String.join(
                                        ", ",
                                        fields.stream().map(ApiField::name).toList()));
    }

    /** Returns the valid values, as texts; none if any value is valid. */
    List<String> values() {
        boolean flag =
                parameter.filter(known -> known.content() == Type.BOOLEAN).isPresent();
        return flag
                ? List.of("true", "false")
                : parameter.map(known -> known.rules().values()).orElse(List.of());
    }

    /** Returns whether its values are written without quotes. */
    boolean isBare() {
        Type type = parameter.map(Parameter::content).orElse(Type.OBJECT);
        return type == Type.BOOLEAN || type == Type.INTEGER || type == Type.LONG || type == Type.FLOAT;
    }

    /** Returns whether it takes plain values, or a list of these. */
    boolean isPlain() {
        return fields.isEmpty() && parameter.isPresent();
    }
}
