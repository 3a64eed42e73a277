package ehpc.dsl;

import ehpc.ClusterInfo;
import ehpc.PostScriptEntry;
import ehpc.Queue;
import ehpc.SubmittedCommand;
import ehpc.command.Raw;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordScope;
import ehpc.language.WordsOf;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import groovy.lang.GString;
import java.util.List;

/** The words of {@code cluster('...') { }}. They throw once the block has ended. */
@WordsOf(
        value = WordPlace.CLUSTER,
        example = "println %s",
        scopes = {WordScope.CLUSTER, WordScope.OWN},
        first = "run nodes node postScript postScripts syncUsers queues commands info")
public interface ClusterDsl {

    /** Returns the cluster's id. */
    @WordFacts("The cluster's id.")
    String getId();

    /** Returns the details of the cluster (DescribeCluster). */
    @WordFacts(
            value = "The service's record of the cluster.",
            operation = "DescribeCluster",
            example = "println info.scheduler")
    ClusterInfo getInfo();

    /** Returns all nodes, by host name (ListNodes). {@code on nodes} alone means every node of the cluster. */
    @WordFacts(
            value = "All nodes of the cluster; further words narrow them, as in nodes.compute.",
            usage = "nodes['compute000'], or node('compute000')",
            operation = "ListNodes")
    NodeSet getNodes();

    /** Returns the cluster's queues (ListQueues). Their nodes: {@code nodes.queue('workq')}. */
    @WordFacts(
            value = "The queues of the cluster; nodes.queue('NAME') has their nodes.",
            operation = "ListQueues",
            example = "println queues*.name")
    List<Queue> getQueues();

    /**
     * Returns the node with this id or host name (ListNodes).
     *
     * @throws ehpc.api.InputException if it does not exist
     */
    @WordFacts(
            form = "node('NAME')",
            value = "One node, by its host name or its id.",
            takes = "an id or a name (node('compute000'))",
            names = "node",
            operation = "ListNodes",
            example = "run 'hostname' on node('login0')")
    Node node(String idOrName);

    /**
     * Declares a post-processing script without arguments. The {@code postScript} lines of a block form one list, which replaces that of
     * the cluster before the next other action or at the end of the block (SetPostScripts).
     *
     * @param url an http or https URL
     */
    @WordFacts(
            form = "postScript 'URL', 'ARGUMENTS'",
            value =
                    "Declares a script that new nodes run at set-up; the declarations of a block replace the cluster's scripts.",
            takes = "a URL and, optionally, its arguments (postScript 'https://...', '-h')",
            operation = "SetPostScripts",
            example = "postScript 'https://bucket.oss-cn-hangzhou.aliyuncs.com/setup.sh', '-h'")
    void postScript(String url);

    /**
     * Declares a post-processing script with arguments.
     *
     * @param url an http or https URL
     * @param args its arguments as one text
     */
    void postScript(String url, String args);

    /** Returns the post-processing scripts of the cluster (GetPostScripts), including those declared before. */
    @WordFacts(
            value = "The post-processing scripts of the cluster.",
            operation = "GetPostScripts",
            example = "println postScripts*.url")
    List<PostScriptEntry> getPostScripts();

    /** Synchronizes the users of a hybrid cluster in proxy mode with its domain (SyncUsers). */
    @WordFacts(
            value = "Makes a hybrid cluster in proxy mode fetch the users of its domain again.",
            takes = "nothing (syncUsers())",
            operation = "SyncUsers",
            example = {"cluster('ehpc-hz-localhybrid') {", "    syncUsers()", "}"})
    void syncUsers();

    /** Returns every operation of the API, with ClusterId and RegionId set: {@code api.listQueues()}. */
    @WordFacts(
            form = "api.OPERATION(NAME: VALUE, ...)",
            value = "Calls any operation of E-HPC; RegionId is filled in, and ClusterId inside a cluster block.",
            scopes = {WordScope.TOP, WordScope.CLUSTER, WordScope.OWN},
            asks = true,
            example = "println api.listQueues().queues.queueInfo*.queueName")
    ApiDsl getApi();

    /** Returns the commands submitted to the cluster (ListCommands). */
    @WordFacts(
            value = "The commands that were sent to the cluster before, by any client.",
            operation = "ListCommands",
            example = "println \"${commands.size()} so far\"")
    List<SubmittedCommand> getCommands();

    /** The word {@code run} with literal text, which is sent unchanged. {@code on} ends the statement. */
    @WordFacts(
            name = "run",
            form = "run COMMAND on NODES",
            value = "Runs a shell command on nodes; the options from, timeout, tolerate and waves come before on.",
            takes = "one text (run 'echo hi' on nodes)",
            operation = "InvokeShellCommand",
            insteadOf = {"exec", "execute", "ssh", "pdsh", "clush"},
            example = "run 'echo hi' on nodes")
    RunDsl runCommand(String text);

    /** The word {@code run} with <code>${...}</code> in its text: each value becomes one quoted word of the shell. */
    RunDsl runCommand(GString template);

    /** The word {@code run} with shell text that its author vouches for: {@code run raw(text)}. */
    RunDsl runCommand(Raw text);
}
