package ehpc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import ehpc.api.RecordFields;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.node.NodeSet;
import java.util.List;
import java.util.Map;

/**
 * A queue of a cluster, as reported by ListQueues. {@link NodeSet#queue} selects its nodes.
 *
 * @param name its name, such as workq
 * @param type Execution or Router; empty if unknown
 * @param instanceTypes the instance types of added nodes; empty if none are set
 * @param autoGrow whether waiting jobs add nodes to it
 * @param imageId the image of added nodes; empty if none is set
 * @param fields all fields of the entry, by the names of ListQueues
 */
@JsonIgnoreProperties("fields")
@WordsOf(value = WordPlace.QUEUE, form = "queues[0].%s", example = "println queues*.%s")
public record Queue(
        @WordFacts("Its name.") String name,
        @WordFacts("Its type in the scheduler.") String type,

        @WordFacts("The ECS instance types that auto scaling adds.")
        List<String> instanceTypes,

        @WordFacts("Whether auto scaling adds nodes.") boolean autoGrow,
        @WordFacts("The image of its new nodes.") String imageId,

        @WordFacts(
                value = "All fields of the service's record, a map under the service's own names.",
                example = "println queues*.fields*.size()")
        Map<String, Object> fields) {

    static Queue of(RecordFields f) {
        return new Queue(
                f.text("QueueName"),
                f.text("Type"),
                f.texts("ComputeInstanceType.InstanceType"),
                f.flag("EnableAutoGrow"),
                f.text("ImageId"),
                f.entry());
    }
}
