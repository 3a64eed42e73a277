package ehpc.dsl;

import ehpc.ClusterInfo;
import ehpc.Outcome;
import ehpc.PostScriptEntry;
import ehpc.RunResult;
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

/**
 * The words of {@code cluster('...') { }}, and of a script's own methods and closures, which a block calls. They throw once the block has
 * ended. By default, a word is passed to the words of the current cluster.
 */
@WordsOf(
        value = WordPlace.CLUSTER,
        example = "println %s",
        scopes = {WordScope.CLUSTER, WordScope.OWN},
        first =
                "run rerun nodes node postScript postScripts syncUsers users queues jobs software tags addNodes deleteNodes startNodes"
                        + " stopNodes resetNodes commands info id api")
public interface ClusterDsl extends ChangesDsl {

    /** Returns the cluster's id. */
    @WordFacts("The cluster's id.")
    default String getId() {
        return $here("id").getId();
    }

    /** Returns the details of the cluster (DescribeCluster). */
    @WordFacts(
            value = "The service's record of the cluster.",
            operation = "DescribeCluster",
            example = "println info.scheduler")
    default ClusterInfo getInfo() {
        return $here("info").getInfo();
    }

    /** Returns all nodes, by host name (ListNodes). {@code on nodes} alone means every node of the cluster. */
    @WordFacts(
            value = "All nodes of the cluster; further words narrow them, as in nodes.compute.",
            usage = "nodes['compute000'], or node('compute000')",
            operation = "ListNodes")
    default NodeSet getNodes() {
        return $here("nodes").getNodes();
    }

    /** Returns the cluster's users (ListUsers), with words that change them. */
    @WordFacts(
            form = "users",
            value = "The users of the cluster, and what can be done with them, such as users.add.",
            operation = "ListUsers",
            example = "println users*.name")
    default UsersDsl getUsers() {
        return $here("users").getUsers();
    }

    /** Returns the cluster's tags (ListTagResources), with words that change them. */
    @WordFacts(
            form = "tags",
            value = "The tags of the cluster, a map of texts, and what can be done with them.",
            operation = "ListTagResources",
            example = "println tags")
    default TagsDsl getTags() {
        return $here("tags").getTags();
    }

    /** Returns the cluster's queues (ListQueues), with words that change them. Their nodes: {@code nodes.queue('workq')}. */
    @WordFacts(
            form = "queues",
            value = "The queues of the cluster, and what can be done with them; nodes.queue('NAME') has their nodes.",
            operation = "ListQueues",
            example = "println queues*.name")
    default QueuesDsl getQueues() {
        return $here("queues").getQueues();
    }

    /** Returns the cluster's jobs (ListJobsWithFilters), the newest first, with words that submit and change them. */
    @WordFacts(
            form = "jobs",
            value = "The jobs of the cluster, and what can be done with them, such as jobs.submit.",
            operation = "ListJobsWithFilters",
            example = "println jobs*.state")
    default JobsDsl getJobs() {
        return $here("jobs").getJobs();
    }

    /** Returns the cluster's applications (ListInstalledSoftware), with words that change them. */
    @WordFacts(
            form = "software",
            value = "The applications of the cluster, and what can be done with them, such as software.install.",
            operation = "ListInstalledSoftware",
            example = "println software*.tag")
    default SoftwareDsl getSoftware() {
        return $here("software").getSoftware();
    }

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
    default Node node(String idOrName) {
        return $here("node").node(idOrName);
    }

    /**
     * Declares a post-processing script without arguments. The {@code postScript} lines of a block form one list, which replaces that of
     * the cluster before the next other action or at the end of the block (SetPostScripts).
     *
     * @param url an http or https URL
     */
    @WordFacts(
            form = "postScript 'URL', 'ARGUMENTS'",
            value = "Declares a script that new nodes run at set-up; the declarations of a block replace the cluster's"
                    + " scripts.",
            takes = "a URL and, optionally, its arguments (postScript 'https://...', '-h')",
            operation = "SetPostScripts",
            example = "postScript 'https://bucket.oss-cn-hangzhou.aliyuncs.com/setup.sh', '-h'")
    default void postScript(String url) {
        $here("postScript").postScript(url);
    }

    /**
     * Declares a post-processing script with arguments.
     *
     * @param url an http or https URL
     * @param args its arguments as one text
     */
    default void postScript(String url, String args) {
        $here("postScript").postScript(url, args);
    }

    /** Returns the post-processing scripts of the cluster (GetPostScripts), including those declared before. */
    @WordFacts(
            value = "The post-processing scripts of the cluster.",
            operation = "GetPostScripts",
            example = "println postScripts*.url")
    default List<PostScriptEntry> getPostScripts() {
        return $here("postScripts").getPostScripts();
    }

    /** Synchronizes the users of a hybrid cluster in proxy mode with its domain (SyncUsers). */
    @WordFacts(
            value = "Makes a hybrid cluster in proxy mode fetch the users of its domain again.",
            takes = "nothing (syncUsers())",
            operation = "SyncUsers",
            example = {"cluster('ehpc-hz-localhybrid') {", "    syncUsers()", "}"})
    default void syncUsers() {
        $here("syncUsers").syncUsers();
    }

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
    default List<SubmittedCommand> getCommands() {
        return $here("commands").getCommands();
    }

    /**
     * Runs the command of an earlier result again on its nodes that are not ok, with the same settings, and returns their results. By
     * default not on nodes whose outcome is unknown. Sends nothing if there is no such node.
     *
     * @param earlier a result of this cluster
     * @param outcomes the outcomes of the nodes; none for failed, timed-out, not-delivered and not-run
     * @throws ehpc.api.InputException if the result is of another cluster or region, or ok nodes are to be repeated
     */
    @WordFacts(
            form = "rerun RESULT, OUTCOME, ...",
            value = "Runs the command of a result again on its nodes that are not ok; by default not on unknown ones.",
            takes = "the result of a run and, optionally, outcomes (rerun r, ehpc.Outcome.NOT_RUN)",
            operation = "InvokeShellCommand",
            insteadOf = "retry",
            example = {
                "def r = run 'test -e /tmp/seen || { touch /tmp/seen; false; }' on nodes.compute",
                "if (r.failed) {",
                "    rerun r",
                "}"
            })
    default RunResult rerun(RunResult earlier, Outcome... outcomes) {
        return $here("rerun").rerun(earlier, outcomes);
    }

    /** The word {@code rerun} as a bare statement: prints the results, and fails the script like {@code run}. */
    @WordFacts(name = "rerun")
    default RunResult rerunAndPrint(RunResult earlier, Outcome... outcomes) {
        return $here("rerun").rerunAndPrint(earlier, outcomes);
    }

    /** The word {@code rerun} of a statement whose result is never read: prints nothing, and fails the script like {@code run}. */
    @WordFacts(name = "rerun")
    default RunResult rerunOrFail(RunResult earlier, Outcome... outcomes) {
        return $here("rerun").rerunOrFail(earlier, outcomes);
    }

    /** The word {@code run} with literal text, which is sent unchanged. {@code on} ends the statement. */
    @WordFacts(
            name = "run",
            form = "run COMMAND on NODES",
            value = "Runs a shell command on nodes; the options from, timeout, tolerate and waves come before on.",
            takes = "one text (run 'echo hi' on nodes)",
            operation = "InvokeShellCommand",
            insteadOf = {"exec", "execute", "ssh", "pdsh", "clush"},
            example = "run 'echo hi' on nodes")
    default RunDsl runCommand(String text) {
        return $here("run").runCommand(text);
    }

    /** The word {@code run} with <code>${...}</code> in its text: each value becomes one quoted word of the shell. */
    default RunDsl runCommand(GString template) {
        return $here("run").runCommand(template);
    }

    /** The word {@code run} with shell text that its author vouches for: {@code run raw(text)}. */
    default RunDsl runCommand(Raw text) {
        return $here("run").runCommand(text);
    }
}
