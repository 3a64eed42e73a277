package ehpc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import ehpc.api.RecordFields;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.util.Map;

/**
 * A custom or shared image, as reported by ListCustomImages. A missing text is empty; the last six are set for some accounts only.
 *
 * @param id the image's id, {@code m-...}
 * @param name its name
 * @param description its description
 * @param owner self for an image of this account, others for a shared one
 * @param sizeGib its size in GiB; 0 if unknown
 * @param osTag the operating system that it contains
 * @param baseOsTag the operating system that it was built on
 * @param status UnAvailable, Available, Creating or CreateFailed
 * @param postInstallScript its post-installation script
 * @param productCode its code in the marketplace
 * @param skuCode its SKU code in the marketplace
 * @param pricingCycle its billing cycle
 * @param ownerId the account that owns it
 * @param fields all fields of the entry, by the names of ListCustomImages
 */
@JsonIgnoreProperties("fields")
@WordsOf(value = WordPlace.IMAGE, form = "IMAGE.%s", example = "println images.custom*.%s", inCluster = false)
public record Image(
        @WordFacts("Its id.") String id,
        @WordFacts("Its name.") String name,
        @WordFacts("Its description.") String description,

        @WordFacts("self for an image of this account, others for an image shared with it.")
        String owner,

        @WordFacts("Its size in GiB; 0 if unknown.") long sizeGib,

        @WordFacts("Its operating system.") OsTag osTag,

        @WordFacts("The operating system of its base image.")
        OsTag baseOsTag,

        @WordFacts("Its state, such as Available.") String status,
        @WordFacts("A script that belongs to it.") String postInstallScript,
        @WordFacts("Its product on the marketplace.") String productCode,
        @WordFacts("Its item on the marketplace.") String skuCode,
        @WordFacts("The unit of its price.") String pricingCycle,
        @WordFacts("The account that owns it.") String ownerId,

        @WordFacts(
                value = "All fields of the service's record, a map under the service's own names.",
                example = "println images.custom*.fields*.size()")
        Map<String, Object> fields) {

    static Image of(RecordFields f) {
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
                f.text("Uid"),
                f.entry());
    }

    /**
     * An operating system.
     *
     * @param platform CentOS or windows
     * @param tag its name at the service, such as {@code CentOS_7.2_64}
     * @param version its version
     * @param architecture i386 or x86_64
     * @param baseTag the name of the system that it was built on; empty if unknown
     */
    @WordsOf(
            value = WordPlace.SYSTEM,
            form = "IMAGE.osTag.%s",
            example = "println images.custom*.osTag*.%s",
            inCluster = false)
    public record OsTag(
            @WordFacts("Its family, such as CentOS.") String platform,
            @WordFacts("The service's name for it.") String tag,
            @WordFacts("Its version.") String version,
            @WordFacts("Its processor architecture.") String architecture,

            @WordFacts("The service's name of the system that it was built on.")
            String baseTag) {

        private static OsTag of(RecordFields f) {
            return new OsTag(
                    f.text("Platform"),
                    f.text("OsTag"),
                    f.text("Version"),
                    f.text("Architecture"),
                    f.text("BaseOsTag"));
        }

        /** Returns its name at the service. */
        @Override
        public String toString() {
            return tag;
        }
    }
}
