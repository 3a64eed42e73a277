package ehpc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A query for custom images. Immutable; a null condition matches every image.
 *
 * @param owner self for images of this account, others for shared ones; null for both
 * @param clusterId images for this cluster; null for any
 * @param instanceType images for this instance type; null for any
 * @param baseOsTag images for managers on this operating system, such as {@code CentOS_7.2_64}; null for any
 */
public record ImageQuery(String owner, String clusterId, String instanceType, String baseOsTag) {

    /** The names of the conditions in scripts, in the order of messages. */
    public static final List<String> CONDITIONS = List.of("owner", "cluster", "instanceType", "baseOsTag");

    /** The owners that an image can have, with descriptions. */
    public static final Map<String, String> OWNERS = owners();

    /** Matches every custom image. */
    public static final ImageQuery ALL = new ImageQuery(null, null, null, null);

    /** Restricts the query to images of this owner: self or others. */
    public ImageQuery owner(String alias) {
        return new ImageQuery(alias, clusterId, instanceType, baseOsTag);
    }

    /** Restricts the query to images for this cluster. */
    public ImageQuery cluster(String id) {
        return new ImageQuery(owner, id, instanceType, baseOsTag);
    }

    /** Restricts the query to images for this instance type. */
    public ImageQuery instanceType(String type) {
        return new ImageQuery(owner, clusterId, type, baseOsTag);
    }

    /** Restricts the query to images for managers on this operating system. */
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
