package ehpc.local.internal.operation;

import ehpc.api.Catalogue;
import ehpc.local.internal.Refusal;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operations on roles and regions. */
final class AccountOperations {

    private final Catalogue catalogue;
    private final World world;

    AccountOperations(Catalogue catalogue, World world) {
        this.catalogue = catalogue;
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of("InitializeEHPC", this::initialize, "ListRegions", this::regions);
    }

    private Map<String, ?> initialize(Call call) {
        requireRegion(call, catalogue, call.text("RegionId"));
        String service = call.optional("ServiceName").orElse("E-HPC");
        if (!world.addRole(service)) {
            throw new Refusal(500, "EntityAlreadyExists.RoleError", "the role of " + service + " is there already");
        }
        return Map.of();
    }

    /** Refuses a region that the service does not have. */
    static void requireRegion(Call call, Catalogue catalogue, String region) {
        if (!catalogue.regions().known().contains(region)) {
            throw call.invalid("RegionId must be a region of the service, is " + region);
        }
    }

    /** The region of the initial clusters, and every other one that has a cluster. */
    private Map<String, ?> regions(Call call) {
        List<AnswerFields> regions = Stream.concat(
                        Stream.of(World.REGION), world.clusters().stream().map(Cluster::region))
                .distinct()
                .map(id -> AnswerFields.of("LocalName", name(id) + " (local)").and("RegionId", id))
                .toList();
        return AnswerFields.of("Regions", AnswerFields.wrapped("RegionInfo", regions));
    }

    private static String name(String region) {
        return region.equals(World.REGION) ? "Hangzhou" : region;
    }
}
