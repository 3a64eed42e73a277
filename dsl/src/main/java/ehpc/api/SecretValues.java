package ehpc.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the texts of secret parameters. */
final class SecretValues {

    private final Set<String> found = new LinkedHashSet<>();

    private SecretValues() {}

    static Set<String> of(Operation operation, Map<String, ?> parameters) {
        SecretValues values = new SecretValues();
        parameters.forEach((name, value) -> values.add(operation.parameter(name), value));
        return values.found;
    }

    private void add(Optional<Parameter> parameter, Object value) {
        if (value instanceof Secret secret) {
            found.add(secret.reveal());
        } else if (value instanceof Map<?, ?> fields) {
            fields.forEach((field, inner) -> add(parameter.flatMap(one -> one.field(field.toString())), inner));
        } else if (value instanceof List<?> elements) {
            elements.forEach(element -> add(parameter, element));
        } else if (value != null && parameter.filter(Parameter::holdsSecret).isPresent()) {
            text(parameter.get(), value.toString());
        }
    }

    /** A structure may be given as a JSON text. */
    private void text(Parameter parameter, String text) {
        found.add(text);
        if (!parameter.secret()) {
            Json.structure(text).ifPresent(structure -> add(Optional.of(parameter), structure));
        }
    }
}
