package ehpc.dsl;

import ehpc.Image;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import groovy.transform.NamedParam;
import java.util.List;
import java.util.Map;

/** The words after {@code images}. */
@WordsOf(value = WordPlace.IMAGES, inCluster = false)
public interface ImagesDsl {

    /** Returns all custom and shared images (ListCustomImages). */
    @WordFacts(
            form = "images.custom, images.custom(owner: 'self', ...)",
            value =
                    "Custom and shared images; owner (self or others), cluster, instanceType and baseOsTag narrow the choice.",
            takes = "conditions (images.custom(owner: 'self'))",
            operation = "ListCustomImages",
            example = "println images.custom(owner: 'self')*.name")
    List<Image> getCustom();

    /**
     * Returns the custom and shared images that satisfy every condition (ListCustomImages): {@code images.custom(owner: 'self')}.
     *
     * @param conditions owner (self or others), cluster (an id), instanceType, baseOsTag (such as CentOS_7.2_64)
     */
    List<Image> custom(
            @NamedParam(value = "owner", type = String.class)
                    @NamedParam(value = "cluster", type = String.class)
                    @NamedParam(value = "instanceType", type = String.class)
                    @NamedParam(value = "baseOsTag", type = String.class)
                    Map<String, ?> conditions);
}
