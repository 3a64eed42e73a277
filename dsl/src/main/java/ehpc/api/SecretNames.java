package ehpc.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the secret parameters by their wire names. */
final class SecretNames {

    private final Set<String> found = new LinkedHashSet<>();

    private SecretNames() {}

    static Set<String> of(Operation operation, Map<String, ?> parameters) {
        SecretNames names = new SecretNames();
        parameters.forEach((name, value) -> names.add(name, operation.parameter(name), value));
        return names.found;
    }

    private void add(String name, Optional<Parameter> parameter, Object value) {
        if (parameter.filter(Parameter::holdsSecret).isEmpty()) {
            return;
        }
        boolean structure = value instanceof Map || value instanceof List;
        if (!structure || parameter.get().type() == Parameter.Type.JSON) {
            found.add(name);
        } else if (value instanceof Map<?, ?> fields) {
            fields.forEach(
                    (field, inner) -> add(name + "." + field, parameter.get().field(field.toString()), inner));
        } else {
            List<?> elements = (List<?>) value;
            for (int i = 0; i < elements.size(); i++) {
                add(name + "." + (i + 1), parameter, elements.get(i));
            }
        }
    }
}
