package ehpc.local.internal.world;

import java.time.Instant;
import java.util.List;

/**
 * A file system of the account.
 *
 * @param storageType {@code Performance} or {@code Capacity} for a standard file system, {@code standard} for an extreme one
 * @param gibibytes its capacity
 * @param domain the domain of its mount target
 */
public record FileSystem(
        String id, String description, String type, String storageType, int gibibytes, String domain, Instant created) {

    private static final String CPFS = "cpfs";
    private static final String EXTREME = "extreme-0localfast";
    private static final List<FileSystem> ALL = List.of(
            of(
                    Hardware.VOLUME,
                    "the main volume of the clusters",
                    "standard",
                    "Performance",
                    5120,
                    Hardware.MOUNT_POINT),
            of("0localdata", "data", "standard", "Capacity", 10_240, nas("0localdata", "")),
            of(EXTREME, "scratch", "extreme", "standard", 512, nas(EXTREME, "extreme.")),
            of(
                    "cpfs-0localcpfs",
                    "parallel scratch",
                    CPFS,
                    "",
                    3600,
                    "cpfs-0localcpfs." + World.REGION + ".cpfs.nas.aliyuncs.com"));

    private static FileSystem of(
            String id, String description, String type, String storageType, int gibibytes, String domain) {
        return new FileSystem(id, description, type, storageType, gibibytes, domain, Blueprint.FOUNDED);
    }

    private static String nas(String id, String kind) {
        return id + "-abc12." + World.REGION + "." + kind + "nas.aliyuncs.com";
    }

    public static List<FileSystem> all() {
        return ALL;
    }

    /** Returns the NAS file systems. */
    public static List<FileSystem> ofNas() {
        return ALL.stream().filter(one -> !one.type.equals(CPFS)).toList();
    }

    /** Returns the CPFS file systems. */
    public static List<FileSystem> ofCpfs() {
        return ALL.stream().filter(one -> one.type.equals(CPFS)).toList();
    }
}
