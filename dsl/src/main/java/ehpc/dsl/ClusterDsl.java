package ehpc.dsl;

import ehpc.ClusterInfo;
import ehpc.Node;
import ehpc.NodeSet;
import ehpc.PostScriptEntry;
import ehpc.Queue;
import ehpc.Raw;
import ehpc.SubmittedCommand;
import groovy.lang.GString;
import java.util.List;

/** Words allowed inside {@code cluster('...') { }}. They refuse to work once the block has ended. */
public interface ClusterDsl {

    /** The cluster's id. */
    String getId();

    /** Everything about the cluster (DescribeCluster). */
    ClusterInfo getInfo();

    /** All nodes, by host name (ListNodes). {@code on nodes} alone means every node of the cluster. */
    NodeSet getNodes();

    /** The cluster's queues (ListQueues). Their nodes: {@code nodes.queue('workq')}. */
    List<Queue> getQueues();

    /**
     * The node of that id or host name (ListNodes).
     *
     * @throws ehpc.InputException there is none
     */
    Node node(String idOrName);

    /**
     * Declares a post-processing script without arguments. The {@code postScript} lines of a block make one list, which
     * replaces the cluster's before the next other action or at the block's end (SetPostScripts).
     *
     * @param url an http or https URL
     */
    void postScript(String url);

    /**
     * Declares a post-processing script with arguments.
     *
     * @param url an http or https URL
     * @param args its arguments, one text
     */
    void postScript(String url, String args);

    /** The post-processing scripts that the cluster has (GetPostScripts), those declared before included. */
    List<PostScriptEntry> getPostScripts();

    /** Brings the users of a hybrid cluster in proxy mode up to date with its domain (SyncUsers). */
    void syncUsers();

    /** Every operation of the API, with ClusterId and RegionId filled in: {@code api.listQueues()}. */
    ApiDsl getApi();

    /** The commands that were submitted to the cluster (ListCommands). */
    List<SubmittedCommand> getCommands();

    /** The word {@code run} with literal text: it goes to the nodes' shell untouched. {@code on} ends the sentence. */
    RunDsl runCommand(String text);

    /** The word {@code run} with <code>${...}</code> in its text: each value is one word of the shell, quoted. */
    RunDsl runCommand(GString template);

    /** The word {@code run} with text that its author says is meant as shell: {@code run raw(text)}. */
    RunDsl runCommand(Raw text);
}
