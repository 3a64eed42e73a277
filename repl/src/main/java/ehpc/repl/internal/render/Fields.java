package ehpc.repl.internal.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Combines names and values. */
final class Fields {

    private Fields() {}

    static Map<String, Object> named(List<String> names, List<?> values) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), values.get(i));
        }
        return map;
    }
}
