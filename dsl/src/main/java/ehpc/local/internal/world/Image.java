package ehpc.local.internal.world;

import java.util.List;
import java.util.stream.Stream;

/** A custom or shared image. */
public record Image(
        String id, String name, String description, String owner, String platform, String version, int gigabytes) {

    /** Returns the images of the account, and images shared with it. */
    public static List<Image> all() {
        return List.of(
                image("openfoam-centos72", "own, with OpenFOAM", "self", "CentOS", "7.2", 40),
                image("gromacs-centos76", "own, with GROMACS", "self", "CentOS", "7.6", 40),
                image("render-windows2019", "own, for rendering", "self", "windows", "2019", 60),
                image("shared-centos72", "shared by another account", "others", "CentOS", "7.2", 20),
                image("shared-centos79", "shared by another account", "others", "CentOS", "7.9", 20));
    }

    /** Returns the images that nodes can have: the public one, and those for its platform. */
    public static List<Image> ofClusters() {
        Image original = new Image(Hardware.IMAGE, Hardware.IMAGE, "", "system", Hardware.PLATFORM, "7.6", 20);
        return Stream.concat(
                        Stream.of(original),
                        all().stream().filter(image -> image.platform().equals(Hardware.PLATFORM)))
                .toList();
    }

    private static Image image(
            String name, String description, String owner, String platform, String version, int gigabytes) {
        return new Image(Ids.ecs("m", name), name, description, owner, platform, version, gigabytes);
    }

    /** Returns the tag, such as {@code CentOS_7.2_64}. */
    public String osTag() {
        return platform + "_" + version + "_64";
    }
}
