package ehpc.dsl;

import ehpc.Image;
import groovy.transform.NamedParam;
import java.util.List;
import java.util.Map;

/** Words behind {@code images}. */
public interface ImagesDsl {

    /** All custom and shared images (ListCustomImages). */
    List<Image> getCustom();

    /**
     * Custom and shared images that meet every condition (ListCustomImages): {@code images.custom(owner: 'self')}.
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
