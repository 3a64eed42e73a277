package ehpc.local.internal.operation;

import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.FileSystem;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.World;
import java.util.List;
import java.util.Map;

/** The operations on the file systems of the account. */
final class FileSystemOperations {

    private static final long GIBIBYTE = 1L << 30;

    Map<String, Handler> handlers() {
        return Map.of(
                "ListCpfsFileSystems", FileSystemOperations::listCpfs,
                "ListFileSystemWithMountTargets", FileSystemOperations::listNas);
    }

    private static Map<String, ?> listCpfs(Call call) {
        List<FileSystem> found = inRegion(call, FileSystem.ofCpfs()).stream()
                .filter(one ->
                        call.optional("FileSystemId").map(one.id()::equals).orElse(true))
                .toList();
        return Page.of(call)
                .of(
                        found,
                        "FileSystemList",
                        "FileSystems",
                        one -> common(one, "VPC")
                                .and("Capacity", String.valueOf(one.gibibytes()))
                                .and("ZoneId", Hardware.ZONE));
    }

    private static Map<String, ?> listNas(Call call) {
        return Page.of(call)
                .of(inRegion(call, FileSystem.ofNas()), "FileSystemList", "FileSystems", FileSystemOperations::nas);
    }

    /** The file systems of the account are in one region. */
    private static List<FileSystem> inRegion(Call call, List<FileSystem> all) {
        return call.region().equals(World.REGION) ? all : List.of();
    }

    private static AnswerFields nas(FileSystem one) {
        boolean extreme = one.type().equals("extreme");
        AnswerFields fields = common(one, "vpc");
        AnswerFields packages = AnswerFields.wrapped("Packages", List.of());
        return fields.and("BandWidth", extreme ? 300 : 150)
                .and("Capacity", one.gibibytes())
                .and("EncryptType", 0)
                .and("FileSystemType", one.type())
                .and("MeteredSize", (int) (GIBIBYTE / 4))
                .and("PackageList", packages)
                .and("Status", "Running")
                .and("StorageType", one.storageType())
                .and("VpcId", Hardware.VPC);
    }

    /** Returns the fields of both lists. */
    private static AnswerFields common(FileSystem one, String network) {
        AnswerFields target = AnswerFields.of("MountTargetDomain", one.domain())
                .and("NetworkType", network)
                .and("Status", "Active")
                .and("VpcId", Hardware.VPC)
                .and("VswId", Hardware.VSWITCH);
        if (network.equals("vpc")) {
            target.and("AccessGroup", "DEFAULT_VPC_GROUP_NAME");
        }
        return AnswerFields.of("CreateTime", AnswerFields.spaced(one.created()))
                .and("Destription", one.description())
                .and("FileSystemId", one.id())
                .and("MountTargetList", AnswerFields.wrapped("MountTargets", List.of(target)))
                .and("ProtocolType", "NFS")
                .and("RegionId", World.REGION);
    }
}
