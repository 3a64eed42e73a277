package ehpc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import ehpc.api.Response;
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
 * @param fields everything the service said of it, by the names of DescribeCluster
 */
@JsonIgnoreProperties("fields")
public record ClusterInfo(
        String id,
        String name,
        String status,
        String region,
        String scheduler,
        String location,
        List<PostScriptEntry> postScripts,
        Map<String, Object> fields) {

    static ClusterInfo of(Response response) {
        Fields f = new Fields(response.operation(), response.body()).object("ClusterInfo");
        return new ClusterInfo(
                f.text("Id"),
                f.text("Name"),
                f.text("Status"),
                f.text("RegionId"),
                f.text("SchedulerType"),
                f.text("Location"),
                response.objects("ClusterInfo.PostInstallScripts.PostInstallScriptInfo").stream()
                        .map(PostScriptEntry::of)
                        .toList(),
                f.entry());
    }
}
