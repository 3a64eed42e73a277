package ehpc.dsl;

import ehpc.EhpcClient;
import ehpc.Image;
import java.util.List;
import java.util.Map;

/** {@code images} over an account. */
record DefaultImages(EhpcClient ehpc) implements ImagesDsl {

    @Override
    public List<Image> getCustom() {
        return ehpc.customImages();
    }

    @Override
    public List<Image> custom(Map<String, ?> conditions) {
        return ehpc.customImages(ImageConditions.query(conditions));
    }
}
