package ehpc.repl;

import ehpc.api.Operation;
import ehpc.api.Parameter;
import ehpc.api.WireForm;
import ehpc.repl.internal.render.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * The parameters of a {@code call} as plain values. A list is repeated ({@code --JobIds 1 --JobIds 2}), numbered ({@code --Instance.1.Id
 * i-1}) or JSON ({@code --Instance '[{"Id":"i-1"}]'}).
 */
final class CallParameters {

    private final Operation operation;
    private final Map<String, String> flat = new LinkedHashMap<>();
    private final Map<String, Object> whole = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private CallParameters(Operation operation) {
        this.operation = operation;
    }

    /**
     * Reads the parameters as far as their names allow; whether their values are right is checked with the request.
     *
     * @throws UsageException a parameter is given in no form, in two forms, or in a wrong one
     */
    static Map<String, Object> read(Operation operation, Map<String, List<String>> given) {
        CallParameters reading = new CallParameters(operation);
        given.forEach(reading::add);
        Map<String, Object> values = new LinkedHashMap<>(WireForm.decode(operation, reading.flat));
        reading.whole.forEach((name, value) -> {
            if (values.put(name, value) != null) {
                reading.problem(name, "must be given in one form only: numbered, or whole");
            }
        });
        if (!reading.problems.isEmpty()) {
            throw new UsageException(reading.problems);
        }
        return values;
    }

    private void add(String name, List<String> values) {
        Parameter.Type type = operation.parameter(name).map(Parameter::type).orElse(Parameter.Type.STRING);
        if (values.contains(null)) {
            addWithoutValue(name, type, values.size());
            return;
        }
        boolean many = type == Parameter.Type.STRING_LIST || type == Parameter.Type.OBJECT_LIST;
        if (values.size() > 1 && !many) {
            problem(name, "must be given once only");
        } else if (many) {
            whole.put(name, list(name, type, values));
        } else if (type == Parameter.Type.OBJECT) {
            whole.put(name, json(name, values.get(0)));
        } else {
            flat.put(name, values.get(0));
        }
    }

    private void addWithoutValue(String name, Parameter.Type type, int count) {
        if (type == Parameter.Type.BOOLEAN && count == 1) {
            flat.put(name, "true");
        } else {
            problem(name, "must have a value; one that begins with -- is given as --" + name + "=VALUE");
        }
    }

    private List<Object> list(String name, Parameter.Type type, List<String> values) {
        List<Object> list = new ArrayList<>();
        for (String value : values) {
            boolean text = type == Parameter.Type.STRING_LIST && !value.startsWith("[");
            Object one = text ? value : json(name, value);
            if (one instanceof List<?> several) {
                list.addAll(several);
            } else {
                list.add(one);
            }
        }
        return list;
    }

    private Object json(String name, String text) {
        try {
            return Json.read(text);
        } catch (JacksonException e) {
            String place = e.getLocation() == null ? "" : ", wrong at character " + e.getLocation().getColumnNr();
            problem(name, "must be JSON" + place + ", is '" + text + "'");
            return List.of();
        }
    }

    private void problem(String name, String text) {
        problems.add(operation.name() + ": --" + name + " " + text);
    }
}
