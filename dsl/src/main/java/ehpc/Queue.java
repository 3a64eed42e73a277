package ehpc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/**
 * A queue of a cluster, as ListQueues showed it. Which nodes serve it: {@link NodeChoice#queue}.
 *
 * @param name its name, such as workq
 * @param type Execution or Router; empty when not said
 * @param instanceTypes the instance types that it grows with; empty when none are set
 * @param autoGrow whether nodes are added to it as jobs wait
 * @param imageId the image of nodes added to it; empty when none is set
 * @param fields everything the service said of it, by the names of ListQueues
 */
@JsonIgnoreProperties("fields")
public record Queue(
        String name,
        String type,
        List<String> instanceTypes,
        boolean autoGrow,
        String imageId,
        Map<String, Object> fields) {

    static Queue of(Map<String, Object> entry) {
        Fields f = Fields.of("ListQueues", entry);
        return new Queue(
                f.text("QueueName"),
                f.text("Type"),
                f.texts("ComputeInstanceType.InstanceType"),
                f.flag("EnableAutoGrow"),
                f.text("ImageId"),
                entry);
    }
}
