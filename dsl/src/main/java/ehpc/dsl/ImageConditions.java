package ehpc.dsl;

import ehpc.ImageQuery;
import ehpc.api.InputException;
import ehpc.text.Nearest;
import java.util.Map;

/** The conditions of {@code images.custom}, as scripts name them. */
final class ImageConditions {

    private ImageConditions() {}

    /**
     * Returns the query for conditions. Null matches everything.
     *
     * @throws InputException if a name is not one of {@link ImageQuery#CONDITIONS}
     */
    static ImageQuery query(Map<String, ?> conditions) {
        for (String name : conditions.keySet()) {
            if (!ImageQuery.CONDITIONS.contains(name)) {
                throw new InputException(
                        "unknown condition '" + name + "' of images.custom" + Nearest.hint(name, ImageQuery.CONDITIONS)
                                + "; known: " + String.join(", ", ImageQuery.CONDITIONS));
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
