package ehpc;

import java.util.Map;

/**
 * A custom or shared image, as ListCustomImages shows it. A text that the service left out is empty; the last six are filled by
 * some accounts only.
 *
 * @param id the image's id, {@code m-...}
 * @param name its name
 * @param description what its maker said of it
 * @param owner self for an image of this account, others for a shared one
 * @param sizeGib its size in GiB; 0 when not known
 * @param osTag the operating system that it holds
 * @param baseOsTag the operating system that it was built on
 * @param status UnAvailable, Available, Creating or CreateFailed
 * @param postInstallScript a script that belongs to it
 * @param productCode its code in the marketplace
 * @param skuCode its code of sale in the marketplace
 * @param pricingCycle how its price counts
 * @param ownerId the account that owns it
 */
public record Image(
        String id,
        String name,
        String description,
        String owner,
        long sizeGib,
        OsTag osTag,
        OsTag baseOsTag,
        String status,
        String postInstallScript,
        String productCode,
        String skuCode,
        String pricingCycle,
        String ownerId) {

    static Image of(Map<String, Object> entry) {
        Fields f = Fields.of("ListCustomImages", entry);
        return new Image(
                f.text("ImageId"),
                f.text("ImageName"),
                f.text("Description"),
                f.text("ImageOwnerAlias"),
                f.number("Size", 0),
                OsTag.of(f.object("OsTag")),
                OsTag.of(f.object("BaseOsTag")),
                f.text("Status"),
                f.text("PostInstallScript"),
                f.text("ProductCode"),
                f.text("SkuCode"),
                f.text("PricingCycle"),
                f.text("Uid"));
    }

    /**
     * An operating system.
     *
     * @param platform CentOS or windows
     * @param tag the service's name of it, such as {@code CentOS_7.2_64}
     * @param version its version
     * @param architecture i386 or x86_64
     * @param baseTag the name of the system that it was built on; empty when not told
     */
    public record OsTag(String platform, String tag, String version, String architecture, String baseTag) {

        private static OsTag of(Fields f) {
            return new OsTag(
                    f.text("Platform"),
                    f.text("OsTag"),
                    f.text("Version"),
                    f.text("Architecture"),
                    f.text("BaseOsTag"));
        }

        /** The service's name of it. */
        @Override
        public String toString() {
            return tag;
        }
    }
}
