package ehpc.dsl;

import ehpc.ImageQuery;
import ehpc.InputException;
import ehpc.api.Nearest;
import java.util.List;
import java.util.Map;

/** The conditions of {@code images.custom}, as scripts name them. */
public final class ImageConditions {

    /** Their names, in the order in which messages tell them. */
    public static final List<String> NAMES = List.of("owner", "cluster", "instanceType", "baseOsTag");

    private ImageConditions() {}

    /**
     * What conditions ask for. One that is null does not count.
     *
     * @throws InputException a name is none of {@link #NAMES}
     */
    static ImageQuery query(Map<String, ?> conditions) {
        for (String name : conditions.keySet()) {
            if (!NAMES.contains(name)) {
                throw new InputException("unknown condition '" + name + "' of images.custom" + Nearest.hint(name, NAMES)
                        + "; known: " + String.join(", ", NAMES));
            }
        }
        return new ImageQuery(
                text(conditions, "owner"),
                text(conditions, "cluster"),
                text(conditions, "instanceType"),
                text(conditions, "baseOsTag"));
    }

    private static String text(Map<String, ?> conditions, String name) {
        Object value = conditions.get(name);
        return value == null ? null : value.toString();
    }
}
