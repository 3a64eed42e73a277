package ehpc;

import ehpc.api.ApiException;
import ehpc.api.InputException;
import ehpc.api.RecordFields;
import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.command.Command;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import ehpc.text.Nearest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cluster, identified by its id. Keeps no copy of the cluster's state: every method calls the service. Immutable and thread-safe. */
public final class Cluster {

    /** The maximum number of post-processing scripts of a cluster. */
    public static final int MAX_POST_SCRIPTS = 16;

    private final EhpcClient ehpc;
    private final String id;

    Cluster(EhpcClient ehpc, String id) {
        if (id == null || id.isBlank()) {
            throw new InputException("cluster id must be given, like ehpc-hz-..., is " + (id == null ? "null" : "''"));
        }
        this.ehpc = ehpc;
        this.id = id;
    }

    /** Returns the cluster's id. */
    public String id() {
        return id;
    }

    /** Returns the account and region that the calls use. */
    public EhpcClient ehpc() {
        return ehpc;
    }

    /** Returns the details of the cluster (DescribeCluster). */
    public ClusterInfo describe() {
        return ClusterInfo.of(call("DescribeCluster"));
    }

    /** Returns all nodes, by host name (ListNodes, every page). */
    public NodeSet nodes() {
        Request request = request("ListNodes").with("SortBy", "HostName").with("Sequence", "Forward");
        return NodeSet.every(
                id, ehpc.list(request).stream().map(entry -> Node.of(id, entry)).toList(), this::nodesOfQueue);
    }

    private Set<String> nodesOfQueue(String queue) {
        if (queue == null || queue.isBlank()) {
            throw new InputException(
                    "queue name must not be empty, is " + (queue == null ? "null" : "'" + queue + "'"));
        }
        Request request = request("ListNodesByQueue").with("QueueName", queue);
        Set<String> ids = ehpc.list(request).stream().map(Cluster::queuedId).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            List<String> known = queues().list().stream().map(Queue::name).toList();
            if (!known.contains(queue)) {
                throw new InputException("no queue '" + queue + "' in cluster '" + id + "'" + Nearest.hint(queue, known)
                        + "; known: " + (known.isEmpty() ? "none" : String.join(", ", known)));
            }
        }
        return ids;
    }

    private static String queuedId(RecordFields node) {
        String id = node.text("Id");
        if (id.isEmpty()) {
            throw ApiException.unreadable(node.operation(), "Id", id, "the id of a node");
        }
        return id;
    }

    /** Returns the users of the cluster, without a call. */
    public Users users() {
        return new Users(this);
    }

    /** Returns the queues of the cluster, without a call. */
    public Queues queues() {
        return new Queues(this);
    }

    /** Returns the jobs of the cluster, without a call. */
    public Jobs jobs() {
        return new Jobs(this);
    }

    /** Returns the software of the cluster, without a call. */
    public Software software() {
        return new Software(this);
    }

    /** Returns what is done to the nodes of the cluster, and to the cluster as a whole, without a call. */
    public ClusterChanges changes() {
        return new ClusterChanges(this);
    }

    /** Returns the tags of the cluster, without a call. */
    public Tags tags() {
        return new Tags(this);
    }

    /**
     * Returns the node of the given id or host name (ListNodes, every page).
     *
     * @throws InputException if it does not exist
     */
    public Node node(String idOrName) {
        return nodes().node(idOrName);
    }

    /** Returns the post-processing scripts of the cluster (GetPostScripts). */
    public List<PostScriptEntry> postScripts() {
        return call("GetPostScripts").records("PostInstallScripts").stream()
                .map(PostScriptEntry::of)
                .toList();
    }

    /**
     * Replaces the cluster's post-processing scripts (SetPostScripts). Nodes that are set up later run the new ones.
     *
     * @param scripts at most {@value #MAX_POST_SCRIPTS}; an empty list removes all
     * @return the request id
     */
    public String setPostScripts(List<PostScript> scripts) {
        if (scripts.size() > MAX_POST_SCRIPTS) {
            throw new InputException("post scripts must be at most " + MAX_POST_SCRIPTS + ", are " + scripts.size());
        }
        List<Map<String, String>> entries = scripts.stream().map(Cluster::wire).toList();
        Request request = request("SetPostScripts");
        return ehpc.send((entries.isEmpty() ? request : request.with("PostInstallScripts", entries)))
                .requestId();
    }

    private static Map<String, String> wire(PostScript script) {
        Map<String, String> entry = new TreeMap<>(Map.of("Url", script.url()));
        if (!script.args().isEmpty()) {
            entry.put("Args", script.args());
        }
        return entry;
    }

    /**
     * Synchronizes the users of a hybrid cluster in proxy mode with its on-premises domain (SyncUsers).
     *
     * @return the request id
     */
    public String syncUsers() {
        return call("SyncUsers").requestId();
    }

    /** Starts a run of a command; {@link RunStep#on} sends it (InvokeShellCommand). */
    public RunStep run(Command command) {
        if (command == null) {
            throw new InputException("command must be given, is null");
        }
        return new RunStep(this, RunSpec.of(command));
    }

    /** Starts a run of a command given as literal text. */
    public RunStep run(String command) {
        return run(Command.of(command));
    }

    /**
     * Runs the command of an earlier result again, with the same settings, on those of its nodes that have one of some outcomes
     * (InvokeShellCommand). Without such a node, sends nothing and returns a result without nodes.
     *
     * @param earlier a result of this cluster
     * @param outcomes any but {@link Outcome#OK}; none for the default: failed, timed-out, not-delivered and not-run. On a node whose outcome is
     *     unknown, the command may have run, or may still run, and would run twice: {@link Outcome#UNKNOWN} must be given
     * @throws InputException if the result is of another cluster or region, or ok nodes are to be repeated
     */
    public RunResult rerun(RunResult earlier, Outcome... outcomes) {
        return Rerun.of(this, earlier, Set.copyOf(Arrays.asList(outcomes)));
    }

    /**
     * Collects the results of a command that was submitted earlier, by this program or another (ListInvocationStatus,
     * ListInvocationResults). Waits while it runs, at most for its time limit and a grace period from now. Sends no command.
     *
     * @param command the command, for the result
     * @param timeout its time limit on a node
     * @param tolerated how many nodes may fail
     * @param submissions its submits, in order
     * @return one result for each node; a node without a record is unknown, with the reason
     */
    public RunResult collect(Command command, Duration timeout, int tolerated, List<Submission> submissions) {
        return EarlierRun.collect(this, command, timeout, tolerated, submissions);
    }

    /**
     * Looks for a command by the end of its text (ListCommands, every page), again and again until it appears or the time is over. An interrupt ends
     * the search and keeps the thread's flag.
     *
     * @param ending the end of its text, which no other command has
     * @param within how long to look; zero for once
     */
    public Optional<SubmittedCommand> command(String ending, Duration within) {
        return CommandSearch.find(this, ending, within);
    }

    /** Returns the commands submitted to the cluster (ListCommands, every page). */
    public List<SubmittedCommand> commands() {
        return ehpc.list(request("ListCommands")).stream()
                .map(SubmittedCommand::of)
                .toList();
    }

    /** Returns the progress of a command (ListInvocationStatus). */
    public InvocationStatus invocationStatus(String commandId) {
        return InvocationStatus.of(ehpc.send(request("ListInvocationStatus").with("CommandId", commandId)));
    }

    /** Returns the results of a command on each node (ListInvocationResults, every page). */
    public List<InvocationResult> invocationResults(String commandId) {
        return ehpc.list(invocationResultsRequest(commandId)).stream()
                .map(InvocationResult::of)
                .toList();
    }

    /** Streams the results of a command, fetching pages lazily. */
    Stream<InvocationResult> invocationRecords(String commandId) {
        return ehpc.reportedItems(invocationResultsRequest(commandId)).map(InvocationResult::of);
    }

    private Request invocationResultsRequest(String commandId) {
        return request("ListInvocationResults").with("CommandId", commandId);
    }

    /** Returns a request for the operation, with ClusterId and, where the operation takes it, RegionId set. */
    public Request request(String operation) {
        Request request = ehpc.request(operation);
        boolean takesCluster = request.operation().parameter("ClusterId").isPresent();
        return takesCluster ? request.with("ClusterId", id) : request;
    }

    private Response call(String operation) {
        return ehpc.send(request(operation));
    }

    /** Returns the id. */
    @Override
    public String toString() {
        return id;
    }
}
