package ehpc.local.internal.operation;

import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.FileSystem;
import ehpc.local.internal.world.Queues;
import ehpc.local.internal.world.Volume;
import ehpc.local.internal.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The operations on the volumes of clusters, which are recorded only. */
final class VolumeOperations {

    private static final String LIST = "AdditionalVolumes";
    private static final String DIRECTORY = "(/[^/]+)+";

    private final World world;

    VolumeOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "GetClusterVolumes", this::get,
                "ListVolumes", this::list,
                "UpdateClusterVolumes", this::update);
    }

    private Map<String, ?> get(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        List<AnswerFields> all = Stream.concat(
                        Stream.of(additional(Volume.main(cluster)).and("MustKeep", true)),
                        world.facilities(cluster).volumes(cluster).stream()
                                .map(volume -> additional(volume).and("MustKeep", false)))
                .toList();
        return AnswerFields.of("RegionId", cluster.region()).and("Volumes", AnswerFields.wrapped("VolumeInfo", all));
    }

    private static AnswerFields additional(Volume volume) {
        List<AnswerFields> roles = volume.roles().stream()
                .map(role -> AnswerFields.of("Name", role))
                .toList();
        return mounted(volume)
                .and("Roles", AnswerFields.wrapped("RoleInfo", roles))
                .and(remote(volume));
    }

    private static AnswerFields mounted(Volume volume) {
        return AnswerFields.of("JobQueue", volume.queue())
                .and("LocalDirectory", volume.localDirectory())
                .and("Location", volume.location());
    }

    private static AnswerFields remote(Volume volume) {
        return AnswerFields.of("RemoteDirectory", volume.remoteDirectory())
                .and("VolumeId", volume.id())
                .and("VolumeMountpoint", volume.mountPoint())
                .and("VolumeProtocol", volume.protocol())
                .and("VolumeType", "NAS");
    }

    private Map<String, ?> list(Call call) {
        return Page.of(call).of(world.clusters(call.region()), "Volumes", "VolumeInfo", this::ofCluster);
    }

    private AnswerFields ofCluster(Cluster cluster) {
        List<AnswerFields> additional = world.facilities(cluster).volumes(cluster).stream()
                .flatMap(volume -> volume.roles().stream()
                        .map(role -> mounted(volume).and("Role", role).and(remote(volume))))
                .toList();
        return AnswerFields.of("AdditionalVolumes", AnswerFields.wrapped("VolumeInfo", additional))
                .and("ClusterId", cluster.id())
                .and("ClusterName", world.attributes(cluster).name())
                .and("RegionId", cluster.region())
                .and(remote(Volume.main(cluster)));
    }

    /** Replaces the additional volumes; a request without any leaves the main one alone. */
    private Map<String, ?> update(Call call) {
        Cluster cluster = world.running(world.cluster(call.text("ClusterId")));
        List<Volume> volumes = IntStream.range(0, call.objects(LIST).size())
                .mapToObj(i -> volume(call, i, world.queues(cluster)))
                .toList();
        Set<String> directories = new HashSet<>(Set.of(Volume.main(cluster).localDirectory()));
        for (int i = 0; i < volumes.size(); i++) {
            String directory = volumes.get(i).localDirectory();
            if (!directories.add(directory)) {
                throw call.invalid(
                        at(i) + ".LocalDirectory must be a directory without another volume, is " + directory);
            }
        }
        world.changeFacilities(cluster, facilities -> facilities.withVolumes(volumes));
        return Map.of();
    }

    /** Returns a volume of the request; refuses one that nodes could not mount. */
    private static Volume volume(Call call, int index, Queues queues) {
        List.of("VolumeId", "VolumeMountpoint", "LocalDirectory").forEach(field -> call.field(LIST, index, field));
        Volume volume = Volume.of(call.objects(LIST).get(index));
        if (volume.location().equals("PublicCloud")) {
            requireMountTarget(call, index, volume.id(), volume.mountPoint());
        }
        requireDirectory(call, index, "LocalDirectory", volume.localDirectory(), false);
        requireDirectory(call, index, "RemoteDirectory", volume.remoteDirectory(), true);
        if (!volume.queue().isEmpty() && queues.find(volume.queue()).isEmpty()) {
            throw call.invalid(at(index) + ".JobQueue must be a queue of the cluster: "
                    + String.join(", ", queues.names()) + ", is " + volume.queue());
        }
        return volume;
    }

    /** Refuses a file system that is none of the account, or the mount target of another one. */
    private static void requireMountTarget(Call call, int index, String id, String mountPoint) {
        FileSystem found = FileSystem.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> call.invalid(at(index) + ".VolumeId must be a file system of the account: "
                        + String.join(
                                ", ",
                                FileSystem.all().stream().map(FileSystem::id).toList()) + ", is " + id));
        if (!found.domain().equals(mountPoint)) {
            throw call.invalid(at(index) + ".VolumeMountpoint must be the mount target of " + id + ": " + found.domain()
                    + ", is " + mountPoint);
        }
    }

    private static void requireDirectory(Call call, int index, String field, String path, boolean root) {
        if (!path.matches(DIRECTORY) && !(root && path.equals("/"))) {
            throw call.invalid(at(index) + "." + field + " must be an absolute path, as in /data, is " + path);
        }
    }

    private static String at(int index) {
        return LIST + "[" + (index + 1) + "]";
    }
}
