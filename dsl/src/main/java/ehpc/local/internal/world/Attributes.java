package ehpc.local.internal.world;

import java.util.List;

/**
 * The attributes of a cluster that a request can change. Immutable.
 *
 * @param imageId the image of new nodes
 * @param imageOwner {@code system}, {@code self} or {@code others}
 * @param ramRoleName empty if none is set
 * @param ramNodeTypes the kinds of node that receive the role
 */
public record Attributes(
        String name,
        String description,
        String imageId,
        String imageOwner,
        String ramRoleName,
        List<String> ramNodeTypes) {

    static Attributes of(Cluster cluster) {
        return new Attributes(
                cluster.name(),
                cluster.description(),
                cluster.setting("ImageId", Hardware.IMAGE),
                cluster.setting("ImageOwnerAlias", "system"),
                cluster.setting("RamRoleName", ""),
                List.of());
    }

    /** Returns the same with another image. */
    public Attributes withImage(Image image) {
        return new Attributes(name, description, image.id(), image.owner(), ramRoleName, ramNodeTypes);
    }
}
