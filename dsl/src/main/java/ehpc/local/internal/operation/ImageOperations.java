package ehpc.local.internal.operation;

import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Image;
import ehpc.local.internal.world.World;
import java.util.Map;

/** The operations on custom and shared images. */
final class ImageOperations {

    private final World world;

    ImageOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of("ListCustomImages", this::customImages);
    }

    private Map<String, ?> customImages(Call call) {
        call.instanceType("InstanceType");
        boolean forCluster = call.optional("ClusterId").map(world::cluster).isPresent();
        return Map.of(
                "Images",
                AnswerFields.wrapped(
                        "ImageInfo",
                        Image.all().stream()
                                .filter(i -> is(call, "ImageOwnerAlias", i.owner()))
                                .filter(i -> is(call, "BaseOsTag", i.osTag()))
                                .filter(i -> !forCluster || i.platform().equals(Hardware.PLATFORM))
                                .map(ImageOperations::rendered)
                                .toList()));
    }

    private static boolean is(Call call, String parameter, String value) {
        return call.optional(parameter).map(value::equals).orElse(true);
    }

    private static AnswerFields rendered(Image image) {
        return AnswerFields.of("BaseOsTag", os(image))
                .and("Description", image.description())
                .and("ImageId", image.id())
                .and("ImageName", image.name())
                .and("ImageOwnerAlias", image.owner())
                .and("OsTag", osWithBase(image))
                .and("PostInstallScript", "")
                .and("PricingCycle", "")
                .and("ProductCode", "")
                .and("Size", image.gigabytes())
                .and("SkuCode", "")
                .and("Status", "Available")
                .and("Uid", "");
    }

    private static AnswerFields os(Image image) {
        return AnswerFields.of("Architecture", "x86_64")
                .and("OsTag", image.osTag())
                .and("Platform", image.platform())
                .and("Version", image.version());
    }

    private static AnswerFields osWithBase(Image image) {
        return os(image).and("BaseOsTag", image.osTag());
    }
}
