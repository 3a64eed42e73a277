package ehpc.local.internal.world;

import java.util.Arrays;
import java.util.List;

/**
 * The declared transitions of clusters and nodes. The service documents no status of a stopped cluster: it stays {@code running}, with
 * stopped nodes.
 */
public enum Lifecycle {
    CREATE_CLUSTER("CreateCluster", true, "uninit uninit", "creating uninit", "init initing", "running running"),
    RECOVER_CLUSTER("CreateCluster", true, "init uninit", "init initing", "running running"),
    START_CLUSTER("StartCluster", false, "init initing", "running running"),
    STOP_CLUSTER("StopCluster", false, "- -", "- stopped"),
    DELETE_CLUSTER("DeleteCluster", false, "releasing releasing", "gone gone"),
    ADD_NODES("AddComputes", true, "- uninit", "- initing", "- running"),
    RESET_NODES("ResetComputes", true, "- uninit", "- initing", "- running"),
    START_NODES("StartComputes", false, "- initing", "- running"),
    STOP_NODES("StopComputes", false, "- -", "- stopped"),
    DELETE_NODES("DeleteComputes", false, "- releasing", "- gone");

    /** The status of what has left the world. */
    public static final String GONE = "gone";

    /**
     * The statuses after a transition.
     *
     * @param cluster empty if it does not change
     * @param nodes empty if they do not change
     */
    public record Step(String cluster, String nodes) {

        private static Step of(String text) {
            String[] words = text.replace("-", "").split(" ", -1);
            return new Step(words[0], words[1]);
        }
    }

    private final String taskType;
    private final boolean runsPostScripts;
    private final List<Step> steps;

    Lifecycle(String taskType, boolean runsPostScripts, String... steps) {
        this.taskType = taskType;
        this.runsPostScripts = runsPostScripts;
        this.steps = Arrays.stream(steps).map(Step::of).toList();
    }

    /** Returns the type in ListTasks, which has none of its own for RecoverCluster. */
    public String taskType() {
        return taskType;
    }

    /** Returns whether nodes run the post scripts of their cluster before the last transition. */
    public boolean runsPostScripts() {
        return runsPostScripts;
    }

    /** Returns whether the system of the nodes is installed anew. */
    public boolean reinstalls() {
        return this == RESET_NODES || this == RECOVER_CLUSTER;
    }

    /** Returns whether the jobs of the cluster are lost. */
    public boolean losesJobs() {
        return this == DELETE_CLUSTER || this == RECOVER_CLUSTER;
    }

    /** Returns whether the nodes come to be. */
    public boolean addsNodes() {
        return this == CREATE_CLUSTER || this == ADD_NODES;
    }

    /** Returns whether it is one of the cluster as a whole. */
    public boolean ofCluster() {
        return ordinal() <= DELETE_CLUSTER.ordinal();
    }

    /** Returns the transitions; the first one happens with the request. */
    public List<Step> steps() {
        return steps;
    }
}
