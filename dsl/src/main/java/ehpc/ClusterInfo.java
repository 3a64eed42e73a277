package ehpc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import ehpc.api.RecordFields;
import ehpc.api.Response;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.util.List;
import java.util.Map;

/**
 * The answer of DescribeCluster.
 *
 * @param id the cluster's id
 * @param name its name
 * @param status uninit, creating, init, running, exception or releasing
 * @param region its region
 * @param scheduler the kind of its scheduler, such as slurm
 * @param location PublicCloud or OnPremise
 * @param postScripts its post-processing scripts
 * @param fields all fields of the answer, by the names of DescribeCluster
 */
@JsonIgnoreProperties("fields")
@WordsOf(value = WordPlace.INFO, form = "info.%s", operation = "DescribeCluster", example = "println info.%s")
public record ClusterInfo(
        @WordFacts("The cluster's id.") String id,

        @WordFacts("Its name.") String name,

        @WordFacts("Its state, such as running.") String status,

        @WordFacts("Its region.") String region,

        @WordFacts("Its scheduler.") String scheduler,

        @WordFacts("Its location: PublicCloud or OnPremise.")
        String location,

        @WordFacts("Its post-processing scripts.") List<PostScriptEntry> postScripts,

        @WordFacts(
                value = "All fields of the service's record, a map under the service's own names.",
                example = "println info.fields.keySet()")
        Map<String, Object> fields) {

    static ClusterInfo of(Response response) {
        RecordFields f = response.fields().object("ClusterInfo");
        return new ClusterInfo(
                f.text("Id"),
                f.text("Name"),
                f.text("Status"),
                f.text("RegionId"),
                f.text("SchedulerType"),
                f.text("Location"),
                response.records("ClusterInfo.PostInstallScripts.PostInstallScriptInfo").stream()
                        .map(PostScriptEntry::of)
                        .toList(),
                f.entry());
    }
}
