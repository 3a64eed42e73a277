package ehpc.edit;

import java.util.Arrays;
import java.util.Optional;

/** Where a word of the language may stand. */
public enum WordPlace {
    /** Anywhere in a script. */
    TOP("top", "at the top of a script", "ehpc.dsl.EhpcScript"),
    /** In the block of a cluster. */
    CLUSTER("cluster", "in a cluster block", "ehpc.dsl.ClusterDsl"),
    /** Behind {@code run 'command'}. */
    RUN("run", "behind run", "ehpc.dsl.RunDsl"),
    /** On a set of nodes. */
    NODES("nodes", "on a set of nodes", "ehpc.NodeSet"),
    /** On a node. */
    NODE("node", "on a node", "ehpc.Node"),
    /** On what a run brought. */
    RESULT("result", "on the result of a run", "ehpc.RunResult"),
    /** On what a run brought on one node. */
    NODE_RESULT("node-result", "on the result of a node", "ehpc.NodeResult"),
    /** On nodes whose results are alike. */
    GROUP("group", "on a group of equal results", "ehpc.RunResult$Group"),
    /** On the command of a result. */
    COMMAND("command", "on a result's command", "ehpc.Command"),
    /** On the outcome of a node. */
    OUTCOME("outcome", "on an outcome", "ehpc.Outcome"),
    /** Behind a number. */
    NUMBER("number", "behind a number", "ehpc.dsl.Numbers"),
    /** Behind {@code images}. */
    IMAGES("images", "behind images", "ehpc.dsl.ImagesDsl"),
    /** On an image. */
    IMAGE("image", "on an image", "ehpc.Image"),
    /** On the operating system of an image. */
    SYSTEM("system", "on an image's operating system", "ehpc.Image$OsTag"),
    /** Behind {@code api}, beside the operations. */
    API("api", "behind api", "ehpc.dsl.ApiDsl"),
    /** On an answer of {@code api}, beside its fields. */
    ANSWER("answer", "on an answer of api", "ehpc.dsl.ApiRecord"),
    /** On {@code info}. */
    INFO("info", "on a cluster's info", "ehpc.ClusterInfo"),
    /** On an element of {@code clusters}. */
    LISTED_CLUSTER("listed-cluster", "on one of clusters", "ehpc.ClusterSummary"),
    /** On an element of {@code queues}. */
    QUEUE("queue", "on one of queues", "ehpc.Queue"),
    /** On an element of {@code postScripts}. */
    POST_SCRIPT("post-script", "on one of postScripts", "ehpc.PostScriptEntry"),
    /** On an element of {@code commands}. */
    SUBMITTED_COMMAND("submitted-command", "on one of commands", "ehpc.SubmittedCommand"),
    /** On an element of {@code regions}. */
    REGION("region", "on one of regions", "ehpc.Region"),
    /** On what {@code initialize()} gives. */
    INITIALIZATION("initialization", "on what initialize() gives", "ehpc.Initialization");

    private final String id;
    private final String phrase;
    private final String type;

    WordPlace(String id, String phrase, String type) {
        this.id = id;
        this.phrase = phrase;
        this.type = type;
    }

    /** The place whose words are the members of a type; empty when there is none. */
    public static Optional<WordPlace> of(Class<?> type) {
        return Arrays.stream(values())
                .filter(place -> place.type.equals(type.getName()))
                .findFirst();
    }

    /** The place for people, such as {@code in a cluster block}. */
    public String phrase() {
        return phrase;
    }

    /** The name of the class whose members are the words of this place. */
    public String type() {
        return type;
    }

    String id() {
        return id;
    }

    /** Whether a word of this place needs a cluster. */
    boolean inCluster() {
        return switch (this) {
            case TOP, IMAGES, IMAGE, SYSTEM, LISTED_CLUSTER, REGION, INITIALIZATION -> false;
            default -> true;
        };
    }
}
