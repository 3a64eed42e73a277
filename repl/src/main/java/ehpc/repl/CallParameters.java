package ehpc.repl;

import ehpc.api.Operation;
import ehpc.api.Parameter;
import ehpc.api.WireForm;
import ehpc.repl.internal.render.PrettyJson;
import ehpc.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;

/**
 * The parameters of a {@code call} as plain values. A list is repeated ({@code --JobIds 1 --JobIds 2}), numbered ({@code --Instance.1.Id
 * i-1}) or JSON ({@code --Instance '[{"Id":"i-1"}]'}).
 */
final class CallParameters {

    private final Operation operation;
    private final Set<String> options;
    private final Map<String, String> flat = new LinkedHashMap<>();
    private final Map<String, Object> nested = new LinkedHashMap<>();
    private final Map<String, String> problems = new LinkedHashMap<>();

    private CallParameters(Operation operation, Set<String> options) {
        this.operation = operation;
        this.options = options;
    }

    /**
     * Reads the parameters by their names; the check of the request covers their values.
     *
     * @param given by name, each with its values in order, null without a value
     * @param options ehpc's own options, for suggestions
     */
    static CallParameters read(Operation operation, Map<String, List<String>> given, Set<String> options) {
        CallParameters reading = new CallParameters(operation, options);
        given.forEach(reading::add);
        for (String name : reading.nested.keySet()) {
            if (reading.flat.keySet().removeIf(other -> other.startsWith(name + "."))) {
                reading.problem(name, "must be given either numbered or in another form, not both");
            }
        }
        return reading;
    }

    /** Returns the well-formed parameters. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>(WireForm.decode(operation, flat));
        values.putAll(nested);
        return values;
    }

    /** Returns the malformed parameters, one line for each name. */
    Map<String, String> problems() {
        return problems;
    }

    private void add(String name, List<String> values) {
        if (Character.isLowerCase(name.charAt(0))) {
            problems.put(name, "unknown option '--" + name + "'" + Nearest.hint("--" + name, names()));
            return;
        }
        Parameter.Type type = operation.parameter(name).map(Parameter::type).orElse(Parameter.Type.STRING);
        if (values.contains(null)) {
            addWithoutValue(name, type, values.size());
            return;
        }
        boolean many = type == Parameter.Type.STRING_LIST || type == Parameter.Type.OBJECT_LIST;
        if (values.size() > 1 && !many) {
            problem(name, "must be given once, is given " + (values.size() == 2 ? "twice" : values.size() + " times"));
        } else if (many) {
            nested.put(name, list(name, type, values));
        } else if (type == Parameter.Type.OBJECT) {
            nested.put(name, json(name, values.get(0)));
        } else {
            flat.put(name, values.get(0));
        }
    }

    private void addWithoutValue(String name, Parameter.Type type, int count) {
        if (type == Parameter.Type.BOOLEAN && count == 1) {
            flat.put(name, "true");
        } else {
            problem(name, "must have a value; write a value that begins with -- as --" + name + "=VALUE");
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
            return PrettyJson.read(text);
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : ", with an error at character " + e.getLocation().getColumnNr();
            boolean hidden =
                    operation.parameter(name).filter(Parameter::holdsSecret).isPresent();
            problem(name, "must be JSON" + (hidden ? "" : ", is '" + text + "'") + place);
            return List.of();
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(options);
        operation.parameters().forEach(parameter -> names.add("--" + parameter.name()));
        return names;
    }

    private void problem(String name, String text) {
        problems.put(name, "--" + name + " " + text);
    }
}
