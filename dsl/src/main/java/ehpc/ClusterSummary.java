package ehpc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import ehpc.api.RecordFields;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import java.util.Map;

/**
 * An entry of ListClusters.
 *
 * @param id the cluster's id
 * @param name its name
 * @param status uninit, creating, init, running, exception or releasing
 * @param region its region
 * @param scheduler the kind of its scheduler, such as slurm
 * @param fields all fields of the entry, by the names of ListClusters
 */
@JsonIgnoreProperties("fields")
@WordsOf(value = WordPlace.LISTED_CLUSTER, form = "clusters[0].%s", example = "println clusters*.%s", inCluster = false)
public record ClusterSummary(
        @WordFacts("The cluster's id.") String id,
        @WordFacts("Its name.") String name,
        @WordFacts("Its state, such as running.") String status,
        @WordFacts("Its region.") String region,
        @WordFacts("Its scheduler.") String scheduler,

        @WordFacts(
                value = "All fields of its record in the list, a map under the service's own names.",
                example = "println clusters*.fields*.size()")
        Map<String, Object> fields) {

    static ClusterSummary of(RecordFields f) {
        return new ClusterSummary(
                f.text("Id"), f.text("Name"), f.text("Status"), f.text("RegionId"), f.text("SchedulerType"), f.entry());
    }
}
