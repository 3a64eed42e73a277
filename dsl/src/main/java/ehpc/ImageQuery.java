package ehpc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which custom images to list. Immutable; a condition that is not set does not count.
 *
 * @param owner self for images of this account, others for shared ones; null for both
 * @param clusterId images for this cluster; null for any
 * @param instanceType images for this instance type; null for any
 * @param baseOsTag images for managers on this operating system, such as {@code CentOS_7.2_64}; null for any
 */
public record ImageQuery(String owner, String clusterId, String instanceType, String baseOsTag) {

    /** The conditions as scripts name them, in the order in which messages list them. */
    public static final List<String> CONDITIONS = List.of("owner", "cluster", "instanceType", "baseOsTag");

    /** The owners that an image can have, each with a description. */
    public static final Map<String, String> OWNERS = owners();

    /** Every custom image. */
    public static final ImageQuery ALL = new ImageQuery(null, null, null, null);

    /** Images of this owner: self or others. */
    public ImageQuery owner(String alias) {
        return new ImageQuery(alias, clusterId, instanceType, baseOsTag);
    }

    /** Images for this cluster. */
    public ImageQuery cluster(String id) {
        return new ImageQuery(owner, id, instanceType, baseOsTag);
    }

    /** Images for this instance type. */
    public ImageQuery instanceType(String type) {
        return new ImageQuery(owner, clusterId, type, baseOsTag);
    }

    /** Images for managers on this operating system. */
    public ImageQuery baseOsTag(String tag) {
        return new ImageQuery(owner, clusterId, instanceType, tag);
    }

    private static Map<String, String> owners() {
        Map<String, String> owners = new LinkedHashMap<>();
        owners.put("self", "the account's own images");
        owners.put("others", "images that others share");
        return Collections.unmodifiableMap(owners);
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("ImageOwnerAlias", owner);
        parameters.put("ClusterId", clusterId);
        parameters.put("InstanceType", instanceType);
        parameters.put("BaseOsTag", baseOsTag);
        return parameters;
    }
}
