package ehpc.local.internal.operation;

import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.EcsType;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Image;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The operations on prices, which are invented: the same request has always the same price. */
final class PriceOperations {

    private static final String COMMODITIES = "Commodities";
    private static final String CURRENCY = "USD";

    /** Hours in the price of each unit: a subscription costs about half of the same time by the hour. */
    private static final Map<String, Integer> HOURS = Map.of("Hour", 1, "Week", 84, "Month", 360, "Year", 3600);

    /** The price of an image by unit. */
    private static final Map<String, BigDecimal> IMAGE =
            Map.of("Day", number("0.8"), "Month", number("12"), "Year", number("120"));

    private static final BigDecimal CORE_HOUR = number("0.001");
    private static final int PACK_CORES = 8;
    private static final long PACK_SECONDS = 365L * 24 * 3600;

    private final World world;

    PriceOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "DescribeImagePrice", PriceOperations::image,
                "DescribePrice", PriceOperations::nodes,
                "QueryServicePackAndPrice", this::servicePack);
    }

    private static Map<String, ?> nodes(Call call) {
        BigDecimal hours = BigDecimal.valueOf(HOURS.get(call.text("PriceUnit")));
        List<AnswerFields> prices = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < call.objects(COMMODITIES).size(); i++) {
            BigDecimal count = number(call.field(COMMODITIES, i, "Amount"));
            BigDecimal periods = number(call.field(COMMODITIES, i, "Period"));
            BigDecimal price =
                    perHour(call, i).multiply(count).multiply(periods).multiply(hours);
            BigDecimal rounded = rounded(price);
            total = total.add(rounded);
            prices.add(AnswerFields.of("Currency", CURRENCY)
                    .and("NodeType", call.field(COMMODITIES, i, "NodeType"))
                    .and("OriginalPrice", rounded)
                    .and("TradePrice", rounded));
        }
        return AnswerFields.of("Prices", AnswerFields.wrapped("PriceInfo", prices))
                .and("TotalTradePrice", total);
    }

    /** Returns the price of a node per hour: its hardware, disks and bandwidth. */
    private static BigDecimal perHour(Call call, int index) {
        Map<?, ?> node = call.objects(COMMODITIES).get(index);
        String id = call.field(COMMODITIES, index, "InstanceType");
        EcsType type = EcsType.find(id)
                .orElseThrow(() -> call.invalid(COMMODITIES + "[" + (index + 1)
                        + "].InstanceType must be a type of ListAvailableEcsTypes, is " + id));
        BigDecimal price = number("0.03")
                .multiply(BigDecimal.valueOf(type.cpus()))
                .add(number("0.005").multiply(BigDecimal.valueOf(type.gibibytes())))
                .add(number("1.2").multiply(BigDecimal.valueOf(type.gpus())))
                .add(disk(node, "SystemDiskCategory", "SystemDiskSize"))
                .add(number("0.01")
                        .multiply(number(ParameterValues.text(node, "InternetMaxBandWidthOut")
                                .orElse("0"))));
        if (node.get("DataDisks") instanceof List<?> disks) {
            for (Object disk : disks) {
                price = price.add(disk((Map<?, ?>) disk, "category", "size"));
            }
        }
        return price;
    }

    private static BigDecimal disk(Map<?, ?> fields, String category, String gibibytes) {
        String price = switch (ParameterValues.text(fields, category).orElse("cloud_efficiency")) {
            case "cloud_essd" -> "0.0003";
            case "cloud_ssd" -> "0.0002";
            case "cloud_efficiency" -> "0.0001";
            default -> "0.00005";
        };
        return number(price)
                .multiply(number(ParameterValues.text(fields, gibibytes).orElse("40")));
    }

    private static Map<String, ?> image(Call call) {
        String id = call.text("ImageId");
        List<String> known = Image.ofMarketplace().stream().map(Image::id).toList();
        if (!known.contains(id)) {
            throw call.invalid("ImageId must be a marketplace image: " + String.join(", ", known) + ", is " + id);
        }
        int count = call.number("Amount", 1);
        BigDecimal price = rounded(IMAGE.get(call.text("PriceUnit"))
                .multiply(BigDecimal.valueOf((long) count * call.number("Period", 1))));
        return AnswerFields.of("Amount", count)
                .and("DiscountPrice", BigDecimal.ZERO)
                .and("ImageId", id)
                .and("OriginalPrice", price)
                .and("TradePrice", price);
    }

    /** The pack pays the first cores of all running nodes in the cloud, per hour. */
    private Map<String, ?> servicePack(Call call) {
        List<Cluster> clusters = world.clusters(call.region());
        int cores = clusters.stream().mapToInt(this::cores).sum();
        int paid = Math.min(cores, PACK_CORES);
        long start = clusters.stream()
                .mapToLong(cluster -> cluster.created().getEpochSecond())
                .min()
                .orElseGet(() -> world.now().getEpochSecond());
        AnswerFields pack = AnswerFields.of("Capacity", PACK_CORES)
                .and("EndTime", start + PACK_SECONDS)
                .and("InstanceName", "EHPCBAG-cn-local0000001")
                .and("StartTime", start);
        return AnswerFields.of("ChargeAmount", cores - paid)
                .and("Currency", CURRENCY)
                .and("DiscountPrice", CORE_HOUR.multiply(BigDecimal.valueOf(paid)))
                .and("OriginalAmount", cores)
                .and("OriginalPrice", CORE_HOUR.multiply(BigDecimal.valueOf(cores)))
                .and("RegionId", call.region())
                .and("ServicePack", AnswerFields.wrapped("ServicePackInfo", List.of(pack)))
                .and("TradePrice", CORE_HOUR.multiply(BigDecimal.valueOf(cores - paid)));
    }

    private int cores(Cluster cluster) {
        List<Node> nodes = cluster.nodes().stream()
                .filter(node -> !node.onPremises() && world.running(node))
                .toList();
        return (int) Hardware.resources(nodes).get("Cpu");
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static BigDecimal rounded(BigDecimal price) {
        return price.setScale(3, RoundingMode.HALF_UP);
    }
}
