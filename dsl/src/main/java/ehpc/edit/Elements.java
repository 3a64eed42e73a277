package ehpc.edit;

import ehpc.syntax.StatementPart;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The content of open brackets.
 *
 * @param names the names in it, as in {@code name: value}, without that of the last element
 * @param key the name of the last element; empty if it has none yet
 * @param element the parts of the last element, without its name
 */
record Elements(Set<String> names, String key, List<StatementPart> element) {

    static Elements of(List<StatementPart> parts) {
        Set<String> names = new LinkedHashSet<>();
        int from = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).is(",")) {
                key(parts.subList(from, i), names);
                from = i + 1;
            }
        }
        List<StatementPart> last = parts.subList(from, parts.size());
        Set<String> key = new LinkedHashSet<>();
        key(last, key);
        boolean named = !key.isEmpty();
        return new Elements(names, named ? key.iterator().next() : "", named ? last.subList(2, last.size()) : last);
    }

    private static void key(List<StatementPart> element, Set<String> names) {
        if (element.size() > 1 && element.get(1).is(":")) {
            String name = element.get(0).text();
            names.add(
                    element.get(0).is(StatementPart.Kind.TEXT) && name.length() > 1
                            ? name.substring(1, name.length() - 1)
                            : name);
        }
    }

    /** Returns whether the last element has a name, so that a value follows. */
    boolean isValue() {
        return !key.isEmpty();
    }
}
