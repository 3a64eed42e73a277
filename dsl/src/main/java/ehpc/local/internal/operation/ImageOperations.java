package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Image;
import ehpc.local.internal.world.World;
import java.util.List;
import java.util.Map;

/** The operations on images. */
final class ImageOperations {

    private final World world;

    ImageOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "ListCommunityImages", this::communityImages,
                "ListCustomImages", this::customImages,
                "ListImages", ImageOperations::publicImages);
    }

    private Map<String, ?> customImages(Call call) {
        return images(call, Image.all());
    }

    private Map<String, ?> communityImages(Call call) {
        return images(call, Image.ofCommunity());
    }

    private Map<String, ?> images(Call call, List<Image> all) {
        call.instanceType("InstanceType");
        boolean forCluster = call.optional("ClusterId").map(world::cluster).isPresent();
        return Map.of(
                "Images",
                AnswerFields.wrapped(
                        "ImageInfo",
                        all.stream()
                                .filter(i -> is(call, "ImageOwnerAlias", i.owner()))
                                .filter(i -> is(call, "BaseOsTag", i.osTag()))
                                .filter(i -> !forCluster || i.platform().equals(Hardware.PLATFORM))
                                .map(ImageOperations::rendered)
                                .toList()));
    }

    private static Map<String, ?> publicImages(Call call) {
        call.instanceType("InstanceType");
        List<AnswerFields> found = Image.ofSystem().stream()
                .filter(image -> is(call, "BaseOsTag", image.osTag()))
                .map(ImageOperations::publicImage)
                .toList();
        if (found.isEmpty()) {
            throw new Refusal(404, "ImageNotFound", "there is no public image for " + call.text("BaseOsTag"));
        }
        return Map.of("OsTags", AnswerFields.wrapped("OsInfo", found));
    }

    private static AnswerFields publicImage(Image image) {
        return osWithBase(image)
                .and("ImageId", image.id())
                .and("OSName", image.osTag())
                .and("OSNameEn", image.osTag());
    }

    private static boolean is(Call call, String parameter, String value) {
        return call.optional(parameter).map(value::equals).orElse(true);
    }

    private static AnswerFields rendered(Image image) {
        boolean priced = Image.ofMarketplace().contains(image);
        return AnswerFields.of("BaseOsTag", os(image))
                .and("Description", image.description())
                .and("ImageId", image.id())
                .and("ImageName", image.name())
                .and("ImageOwnerAlias", image.owner())
                .and("OsTag", osWithBase(image))
                .and("PostInstallScript", "")
                .and("PricingCycle", priced ? "Month" : "")
                .and("ProductCode", priced ? "cmjj000001" : "")
                .and("Size", image.gigabytes())
                .and("SkuCode", priced ? "package" : "")
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
