package ehpc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * An entry of ListClusters.
 *
 * @param id the cluster's id
 * @param name its name
 * @param status uninit, creating, init, running, exception or releasing
 * @param region its region
 * @param scheduler the kind of its scheduler, such as slurm
 * @param fields everything the service said of it, by the names of ListClusters
 */
@JsonIgnoreProperties("fields")
public record ClusterSummary(
        String id, String name, String status, String region, String scheduler, Map<String, Object> fields) {

    static ClusterSummary of(Map<String, Object> entry) {
        Fields f = Fields.of("ListClusters", entry);
        return new ClusterSummary(
                f.text("Id"), f.text("Name"), f.text("Status"), f.text("RegionId"), f.text("SchedulerType"), entry);
    }
}
