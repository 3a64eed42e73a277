package ehpc.plan;

import ehpc.api.InputException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of an object in a plan's file. */
final class PlanFields {

    private final String file;
    private final Map<?, ?> values;

    PlanFields(String file, Map<?, ?> values) {
        this.file = file;
        this.values = values;
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        values.keySet().forEach(name -> names.add(name.toString()));
        return names;
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    boolean isText(String name) {
        return values.get(name) instanceof String;
    }

    String text(String name) {
        return of(name, String.class);
    }

    Optional<String> optional(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long number(String name) {
        return of(name, Number.class).longValue();
    }

    boolean flag(String name) {
        return of(name, Boolean.class);
    }

    PlanFields object(String name) {
        return new PlanFields(file, of(name, Map.class));
    }

    List<String> texts(String name) {
        return elements(name, String.class);
    }

    List<PlanFields> objects(String name) {
        return elements(name, Map.class).stream()
                .map(element -> new PlanFields(file, element))
                .toList();
    }

    private <T> List<T> elements(String name, Class<T> type) {
        List<?> elements = of(name, List.class);
        if (!elements.stream().allMatch(type::isInstance)) {
            throw wrong(name);
        }
        return elements.stream().map(type::cast).toList();
    }

    private <T> T of(String name, Class<T> type) {
        if (!type.isInstance(values.get(name))) {
            throw wrong(name);
        }
        return type.cast(values.get(name));
    }

    private InputException wrong(String name) {
        return new InputException(
                "plan '" + file + "' is damaged: field '" + name + "' is missing or has the wrong type");
    }
}
