package ehpc;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ehpc.api.ApiException;
import ehpc.api.RecordFields;
import ehpc.api.Response;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A change of nodes or of a cluster that the service accepted and carries out after its answer, as a task for each request. Immutable and thread-safe.
 */
@WordsOf(
        value = WordPlace.CHANGE,
        form = "c.%s",
        given = "def c = startNodes nodes.stopped.allowEmpty()",
        example = "println c.%s")
public final class Change {

    /** The time to wait for a change by default: 30 minutes. */
    public static final Duration USUAL = Duration.ofMinutes(30);

    private final EhpcClient ehpc;
    private final String clusterId;
    private final String word;
    private final List<Response> answers;

    Change(EhpcClient ehpc, String clusterId, String word, List<Response> answers) {
        this.ehpc = ehpc;
        this.clusterId = clusterId;
        this.word = word;
        this.answers = List.copyOf(answers);
    }

    /** Returns the id of the cluster, also of a created one. */
    @WordFacts("The id of the cluster, also of a created one.")
    public String getClusterId() {
        return clusterId.isEmpty() ? answers.get(0).fields().text("ClusterId") : clusterId;
    }

    /** Returns the name of the change, such as {@code stopNodes}. */
    @WordFacts("The name of the change, such as stopNodes.")
    public String getWord() {
        return word;
    }

    /** Returns the ids of the tasks, in the order of the requests; ListTasks shows them. */
    @WordFacts("The ids of its tasks, which api.listTasks shows.")
    public List<String> getTaskIds() {
        return answers.stream()
                .map(answer -> answer.fields().text("TaskId"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** Returns the added nodes, as they are now (ListNodes, every page); none for a change that adds none. */
    @WordFacts(
            value = "The nodes that it added, as they are now.",
            operation = "ListNodes",
            example = {
                "def added = addNodes 1, queue: 'workq', instanceType: 'ecs.c7.large'",
                "println added.nodes.size()"
            })
    @JsonIgnore
    public NodeSet getNodes() {
        Set<String> ids = Set.copyOf(answers.stream()
                .flatMap(answer -> answer.fields().texts("InstanceIds.InstanceId").stream())
                .toList());
        List<Node> added = ehpc.cluster(getClusterId()).nodes().stream()
                .filter(node -> ids.contains(node.id()))
                .toList();
        return NodeSet.of(getClusterId(), added, "the nodes of " + word);
    }

    /**
     * Waits until every task has ended (ListTasks), at growing intervals. Returns at once if the change is planned and not sent.
     *
     * @param limit the longest time to wait
     * @return this change
     * @throws ChangeException if a task failed, or has not ended within the limit, or the thread was interrupted, whose flag stays set; the change itself
     *     goes on
     * @throws ApiException if the tasks cannot be read
     */
    @WordFacts(
            form = "c.await(DURATION)",
            value = "Waits until the change has ended, at most for that time.",
            takes = "a duration (c.await(20.minutes))",
            operation = "ListTasks",
            example = "c.await(20.minutes)")
    public Change await(Duration limit) {
        Waiting waiting = new Waiting(ehpc, this, limit);
        if (answers.stream().allMatch(Response::isPresent)) {
            waiting.until(new TaskPoller(this));
        }
        return this;
    }

    /** Returns the tasks that are listed now. */
    List<RecordFields> tasks() {
        Cluster cluster = ehpc.cluster(getClusterId());
        return getTaskIds().stream()
                .flatMap(id -> ehpc.list(cluster.request("ListTasks").with("TaskId", id)).stream()
                        .filter(task -> task.text("TaskId").equals(id)))
                .toList();
    }

    /** Returns whether the change ends the cluster, whose tasks cannot be read afterwards. */
    boolean endsCluster() {
        return answers.stream().anyMatch(answer -> answer.operation().name().equals("DeleteCluster"));
    }

    /** Returns the change for a message: a created cluster is known by its id only here. */
    String described() {
        return clusterId.isEmpty() ? word + " (cluster " + getClusterId() + ")" : word;
    }

    /** Returns the change, such as {@code stopNodes in cluster ehpc-hz-1}. */
    @Override
    public String toString() {
        return word + (clusterId.isEmpty() ? "" : " in cluster " + clusterId);
    }
}
