package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.ClientUpgrade;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Facilities;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.World;
import java.util.List;
import java.util.Map;

/** The operations on the version of the E-HPC client, which is a number only: the nodes have no client. */
final class ClientOperations {

    private static final List<String> VERSIONS = List.of(Hardware.CLIENT_VERSION, "2.0.1", "2.1.0");
    private static final String NEWEST = VERSIONS.get(VERSIONS.size() - 1);

    private final World world;

    ClientOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "ListCurrentClientVersion", call -> Map.of("ClientVersion", NEWEST),
                "ListUpgradeClients", this::list,
                "UpgradeClient", this::upgrade);
    }

    private Map<String, ?> list(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"), call.text("RegionId"));
        Facilities facilities = world.facilities(cluster);
        List<AnswerFields> records = facilities.upgrades().stream()
                .map(upgrade -> AnswerFields.of("NewVersion", upgrade.newVersion())
                        .and("OldVersion", upgrade.oldVersion())
                        .and("SubUid", World.ACCOUNT)
                        .and("UpdateTime", AnswerFields.millis(upgrade.time())))
                .toList();
        return AnswerFields.of("ClientRecords", records)
                .and("CurrentVersion", facilities.clientVersion(cluster))
                .and("LatestVersion", NEWEST);
    }

    private Map<String, ?> upgrade(Call call) {
        Cluster cluster = world.running(world.cluster(call.text("ClusterId")));
        String version = call.optional("ClientVersion").orElse(NEWEST);
        world.changeFacilities(cluster, facilities -> {
            String present = facilities.clientVersion(cluster);
            List<String> newer = VERSIONS.subList(VERSIONS.indexOf(present) + 1, VERSIONS.size());
            if (!newer.contains(version)) {
                throw new Refusal(
                        403,
                        "InvalidClientVersion",
                        newer.isEmpty()
                                ? "the client of cluster " + cluster.id() + " has the newest version, " + present
                                : "ClientVersion must be " + String.join(" or ", newer) + ", is " + version);
            }
            return facilities.with(new ClientUpgrade(present, version, world.now()));
        });
        return Map.of();
    }
}
