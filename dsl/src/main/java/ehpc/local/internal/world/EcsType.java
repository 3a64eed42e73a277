package ehpc.local.internal.world;

import java.util.List;
import java.util.Optional;

/**
 * An instance type of ECS.
 *
 * @param family its family, such as {@code ecs.c6}
 * @param gibibytes the memory
 * @param gpu the kind of its GPUs; empty if it has none
 * @param interfaces the maximum number of network interfaces
 * @param kilobits the bandwidth in each direction, per second
 * @param packets the number of packets in each direction, per second
 * @param available whether it can be bought
 */
public record EcsType(
        String id,
        String family,
        int cpus,
        int gibibytes,
        int gpus,
        String gpu,
        int interfaces,
        int kilobits,
        int packets,
        boolean available) {

    private static final List<EcsType> ALL = List.of(
            of("ecs.c6.large", "", 0),
            of("ecs.c6.xlarge", "", 0),
            of("ecs.c6.2xlarge", "", 0),
            of("ecs.c7.large", "", 0),
            of("ecs.c7.xlarge", "", 0),
            of("ecs.g6.large", "", 0),
            of("ecs.g6.xlarge", "", 0),
            of("ecs.r6.large", "", 0),
            of("ecs.r6.xlarge", "", 0),
            of("ecs.gn6v-c8g1.2xlarge", "NVIDIA V100", 1),
            of("ecs.gn6v-c8g1.8xlarge", "NVIDIA V100", 4).soldOut(),
            of("ecs.scch5.16xlarge", "", 0));

    /** Returns a type whose network grows with its cores. */
    private static EcsType of(String id, String gpu, int gpus) {
        int cpus = Hardware.cores(id);
        int interfaces = 1 + Integer.numberOfTrailingZeros(cpus);
        return new EcsType(
                id,
                id.split("[.-]")[0] + "." + id.split("[.-]")[1],
                cpus,
                Hardware.gibibytes(id),
                gpus,
                gpu,
                interfaces,
                512_000 * interfaces,
                100_000 * cpus,
                true);
    }

    private EcsType soldOut() {
        return new EcsType(id, family, cpus, gibibytes, gpus, gpu, interfaces, kilobits, packets, false);
    }

    /** Returns the zones of a region, which have all types. */
    public static List<String> zones(String region) {
        return List.of(region + "-b", region + "-k");
    }

    public static List<EcsType> all() {
        return ALL;
    }

    public static Optional<EcsType> find(String id) {
        return ALL.stream().filter(type -> type.id.equals(id)).findFirst();
    }

    /** Returns whether it is a server without virtualization, of a Super Computing Cluster. */
    public boolean superComputing() {
        return family.startsWith("ecs.scc");
    }
}
