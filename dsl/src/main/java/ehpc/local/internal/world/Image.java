package ehpc.local.internal.world;

import java.util.List;
import java.util.stream.Stream;

/** An image of the operating system of nodes. */
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

    /** Returns the public images. */
    public static List<Image> ofSystem() {
        return List.of(
                system(Hardware.IMAGE, Hardware.PLATFORM, "7.6", 20),
                system("centos_7_02_64_20G_alibase_20170818.vhd", Hardware.PLATFORM, "7.2", 20),
                system("win2019_64_dtc_1809_en-us_40G_alibase_20190528.vhd", "windows", "2019", 40));
    }

    private static Image system(String id, String platform, String version, int gigabytes) {
        return new Image(id, id, "", "system", platform, version, gigabytes);
    }

    /** Returns the images that other users have published, and those of the marketplace. */
    public static List<Image> ofCommunity() {
        return Stream.concat(
                        Stream.of(
                                image("community-paraview-centos76", "with ParaView", "others", "CentOS", "7.6", 40),
                                image("community-wrf-centos72", "with WRF", "others", "CentOS", "7.2", 40)),
                        ofMarketplace().stream())
                .toList();
    }

    /** Returns the images of the marketplace, which have a price. */
    public static List<Image> ofMarketplace() {
        return List.of(image("market-licensed-centos76", "with licensed software", "others", "CentOS", "7.6", 40));
    }

    /** Returns the images that nodes can have: those for their platform. */
    public static List<Image> ofClusters() {
        return Stream.of(ofSystem(), all(), ofCommunity())
                .flatMap(List::stream)
                .filter(image -> image.platform().equals(Hardware.PLATFORM))
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
