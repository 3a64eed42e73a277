package ehpc.dsl;

import ehpc.Ehpc;
import ehpc.Image;
import ehpc.ImageQuery;
import ehpc.InputException;
import ehpc.api.Nearest;
import java.util.List;
import java.util.Map;

/** {@code images} over an account. */
record DefaultImages(Ehpc ehpc) implements ImagesDsl {

    private static final List<String> CONDITIONS = List.of("owner", "cluster", "instanceType", "baseOsTag");

    @Override
    public List<Image> getCustom() {
        return ehpc.customImages();
    }

    @Override
    public List<Image> custom(Map<String, ?> conditions) {
        for (String name : conditions.keySet()) {
            if (!CONDITIONS.contains(name)) {
                throw new InputException("unknown condition '" + name + "' of images.custom"
                        + Nearest.hint(name, CONDITIONS) + "; known: " + String.join(", ", CONDITIONS));
            }
        }
        return ehpc.customImages(new ImageQuery(
                text(conditions, "owner"),
                text(conditions, "cluster"),
                text(conditions, "instanceType"),
                text(conditions, "baseOsTag")));
    }

    private static String text(Map<String, ?> conditions, String name) {
        Object value = conditions.get(name);
        return value == null ? null : value.toString();
    }
}
