package ehpc.local.internal.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file system that nodes of a cluster mount. Recorded only: nodes do not see it.
 *
 * @param id the id of the file system
 * @param mountPoint the domain of its mount target
 * @param remoteDirectory the mounted directory of the file system
 * @param localDirectory the directory on the nodes
 * @param location {@code PublicCloud} or {@code OnPremise}
 * @param protocol {@code NFS} or {@code SMB}
 * @param roles the kinds of node that mount it, by their names in requests
 * @param queue the queue whose nodes mount it; empty for all
 * @param mountOption the options of the mount command
 */
public record Volume(
        String id,
        String mountPoint,
        String remoteDirectory,
        String localDirectory,
        String location,
        String protocol,
        List<String> roles,
        String queue,
        String mountOption) {

    /** Returns the volume that a cluster has from its creation, at the directory that its nodes share. */
    public static Volume main(Cluster cluster) {
        return new Volume(
                cluster.setting("VolumeId", Hardware.VOLUME),
                cluster.setting("VolumeMountpoint", Hardware.MOUNT_POINT),
                cluster.setting("RemoteDirectory", "/"),
                "/home",
                "PublicCloud",
                cluster.setting("VolumeProtocol", "NFS").toUpperCase(Locale.ROOT),
                Node.ROLES,
                "",
                "");
    }

    /** Returns the volumes beside the main one that the request that created a cluster named. */
    static List<Volume> ofCreation(Cluster cluster) {
        return CreationLists.objects(cluster, "AdditionalVolumes").stream()
                .map(Volume::of)
                .toList();
    }

    /** Returns the volume of a request, by the names of its fields; what is missing has its default. */
    public static Volume of(Map<?, ?> fields) {
        return new Volume(
                text(fields, "VolumeId", ""),
                text(fields, "VolumeMountpoint", ""),
                text(fields, "RemoteDirectory", "/"),
                text(fields, "LocalDirectory", ""),
                text(fields, "Location", "PublicCloud"),
                text(fields, "VolumeProtocol", "NFS").toUpperCase(Locale.ROOT),
                roles(fields.get("Roles")),
                text(fields, "JobQueue", ""),
                text(fields, "VolumeMountOption", ""));
    }

    private static String text(Map<?, ?> fields, String name, String otherwise) {
        Object value = fields.get(name);
        return value == null || value.toString().isEmpty() ? otherwise : value.toString();
    }

    private static List<String> roles(Object given) {
        List<String> names = given instanceof List<?> list
                ? list.stream()
                        .map(role -> role instanceof Map<?, ?> fields ? text(fields, "Name", "") : "")
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList()
                : List.of();
        return names.isEmpty() ? Node.ROLES : names;
    }
}
