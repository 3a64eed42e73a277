package ehpc.edit;

import ehpc.syntax.StatementPart;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The inside of brackets as far as it is written.
 *
 * @param names what was named in it, as in {@code name: value}, the element at the end left out
 * @param key the name of the element at the end; empty when it has none yet
 * @param element the parts of the element at the end, without its name
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

    /** Returns whether the element at the end has a name, so that its value is being written. */
    boolean isValue() {
        return !key.isEmpty();
    }
}
