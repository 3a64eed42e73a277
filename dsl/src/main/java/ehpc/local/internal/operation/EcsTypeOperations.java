package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.EcsType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations on the instance types of ECS. */
final class EcsTypeOperations {

    /** A recommendation by kind of work. */
    private record Series(String id, Predicate<EcsType> computes) {}

    private static final List<Series> SERIES = List.of(
            new Series("HighCompute", type -> type.family().startsWith("ecs.c")),
            new Series("HighMem", type -> type.family().startsWith("ecs.r")),
            new Series("GPU", type -> type.gpus() > 0),
            new Series("All", type -> true));

    Map<String, Handler> handlers() {
        return Map.of(
                "GetIfEcsTypeSupportHtConfig", EcsTypeOperations::hyperThreading,
                "ListAvailableEcsTypes", EcsTypeOperations::available,
                "ListPreferredEcsTypes", EcsTypeOperations::preferred);
    }

    /** Hyper-threading is on by default except for the families of Super Computing Clusters. */
    private static Map<String, ?> hyperThreading(Call call) {
        String id = call.text("InstanceType");
        EcsType type = EcsType.find(id)
                .orElseThrow(
                        () -> new Refusal(406, "EcsError", "there is no instance type " + id + " in " + call.region()));
        return AnswerFields.of("DefaultHtEnabled", !type.superComputing())
                .and("InstanceType", id)
                .and("SupportHtConfig", !type.superComputing());
    }

    private static Map<String, ?> available(Call call) {
        zone(call);
        boolean soldOut = call.flag("ShowSoldOut", false);
        Map<String, List<EcsType>> families = offered(call)
                .filter(type -> soldOut || type.available())
                .collect(Collectors.groupingBy(EcsType::family, LinkedHashMap::new, Collectors.toList()));
        List<AnswerFields> all = families.entrySet().stream()
                .map(family -> family(family.getKey(), family.getValue(), call.region()))
                .toList();
        return AnswerFields.of("InstanceTypeFamilies", AnswerFields.wrapped("InstanceTypeFamilyInfo", all))
                .and("SupportSpotInstance", true);
    }

    private static AnswerFields family(String id, List<EcsType> types, String region) {
        List<AnswerFields> all =
                types.stream().map(type -> rendered(type, region)).toList();
        return AnswerFields.of(
                        "Generation", "ecs-" + id.replaceAll("[^0-9]", "").charAt(0))
                .and("InstanceTypeFamilyId", id)
                .and("Types", AnswerFields.wrapped("TypesInfo", all));
    }

    private static AnswerFields rendered(EcsType type, String region) {
        return AnswerFields.of("CpuCoreCount", type.cpus())
                .and("EniQuantity", type.interfaces())
                .and("GPUAmount", type.gpus())
                .and("GPUSpec", type.gpu())
                .and("InstanceBandwidthRx", type.kilobits())
                .and("InstanceBandwidthTx", type.kilobits())
                .and("InstancePpsRx", type.packets())
                .and("InstancePpsTx", type.packets())
                .and("InstanceTypeId", type.id())
                .and("MemorySize", type.gibibytes())
                .and("Status", type.available() ? "Available" : "SoldOut")
                .and("ZoneIds", AnswerFields.wrapped("ZoneId", EcsType.zones(region)));
    }

    private static Map<String, ?> preferred(Call call) {
        call.text("ZoneId");
        zone(call);
        List<EcsType> types = offered(call).filter(EcsType::available).toList();
        List<AnswerFields> all = SERIES.stream()
                .map(series -> AnswerFields.of("Roles", roles(types, series))
                        .and("SeriesId", series.id())
                        .and("SeriesName", "Series" + series.id()))
                .toList();
        return AnswerFields.of("Series", AnswerFields.wrapped("SeriesInfo", all))
                .and("SupportSpotInstance", true);
    }

    /** Managers and login nodes need no special hardware. */
    private static AnswerFields roles(List<EcsType> types, Series series) {
        AnswerFields general = ids(types.stream().filter(type -> type.gpus() == 0 && !type.superComputing()));
        return AnswerFields.of("Compute", ids(types.stream().filter(series.computes())))
                .and("Login", general)
                .and("Manager", general);
    }

    private static AnswerFields ids(Stream<EcsType> types) {
        return AnswerFields.wrapped("InstanceTypeId", types.map(EcsType::id).toList());
    }

    /** Returns the types for a way to pay: servers without virtualization have no spot instances. */
    private static Stream<EcsType> offered(Call call) {
        boolean spot = call.optional("SpotStrategy")
                .filter(strategy -> !strategy.equals("NoSpot"))
                .isPresent();
        return EcsType.all().stream().filter(type -> !spot || !type.superComputing());
    }

    private static void zone(Call call) {
        List<String> zones = EcsType.zones(call.region());
        call.optional("ZoneId").filter(zone -> !zones.contains(zone)).ifPresent(zone -> {
            throw call.invalid("ZoneId must be " + String.join(" or ", zones) + ", is " + zone);
        });
    }
}
