package ehpc.dsl;

import ehpc.Change;
import ehpc.Cluster;
import ehpc.ClusterChanges;
import ehpc.ClusterInfo;
import ehpc.Origin;
import ehpc.Outcome;
import ehpc.PostScript;
import ehpc.PostScriptEntry;
import ehpc.RunResult;
import ehpc.SubmittedCommand;
import ehpc.api.InputException;
import ehpc.api.Operation;
import ehpc.api.Request;
import ehpc.command.Command;
import ehpc.command.Raw;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import groovy.lang.GString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** An open {@code cluster} block: collects its post-processing scripts and checks that every statement is complete. */
class ClusterScope implements ClusterDsl {

    private final Supplier<ScriptSession> now;
    private final String id;
    private final DeclaredScripts declared;
    private final OwnText own;
    private final List<DefaultRun> unfinished = new CopyOnWriteArrayList<>();
    private final UnreadLists unread = new UnreadLists();
    private volatile boolean closed;

    /**
     * @param now the session at the time of a call: a later entry of a shell may use {@code api}
     * @throws InputException if this is not a cluster id
     */
    ClusterScope(Supplier<ScriptSession> now, String id, DeclaredScripts declared, OwnText own) {
        this.now = now;
        this.id = id;
        this.declared = declared;
        this.own = own;
        cluster();
    }

    private Cluster cluster() {
        return session().ehpc().cluster(id);
    }

    @Override
    public ClusterDsl $here(String word) {
        return this;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public ClusterInfo getInfo() {
        return open("info").describe();
    }

    @Override
    public NodeSet getNodes() {
        return open("nodes").nodes();
    }

    @Override
    public UsersDsl getUsers() {
        open("users");
        return new DefaultUsers(this);
    }

    @Override
    public QueuesDsl getQueues() {
        open("queues");
        return new DefaultQueues(this);
    }

    @Override
    public JobsDsl getJobs() {
        open("jobs");
        return new DefaultJobs(this, own);
    }

    @Override
    public SoftwareDsl getSoftware() {
        open("software");
        return new DefaultSoftware(this);
    }

    @Override
    public TagsDsl getTags() {
        open("tags");
        return new DefaultTags(this);
    }

    @Override
    public Node node(String idOrName) {
        return open("node").node(idOrName);
    }

    @Override
    public void postScript(String url) {
        postScript(url, "");
    }

    @Override
    public void postScript(String url, String args) {
        open("postScript");
        declared.add(PostScript.of(url, args), session().line());
    }

    @Override
    public List<PostScriptEntry> getPostScripts() {
        Cluster here = open("postScripts");
        sendPostScripts();
        return here.postScripts();
    }

    @Override
    public void syncUsers() {
        change("syncUsers()", Cluster::syncUsers);
    }

    /** Returns the cluster, for a list that is read now. */
    Cluster reading(String word) {
        return open(word);
    }

    /** Returns the lists of this block that are not read yet. */
    UnreadLists unread() {
        return unread;
    }

    /** Checks the arguments of a word, and returns those with names. */
    WordOptions checked(Word word, Map<?, ?> named, List<?> positional) {
        return WordOptions.checked(word, open(word.call()).ehpc().catalogue(), named, positional);
    }

    /**
     * Changes the cluster.
     *
     * @param word the word for display, such as {@code syncUsers()}
     */
    <T> T change(String word, Function<Cluster, T> work) {
        open(word.replace("()", ""));
        sendPostScripts();
        return session().changing(word, ehpc -> work.apply(ehpc.cluster(id)));
    }

    @Override
    public Change addNodes(Map<String, ?> settings, int count) {
        WordOptions given = checked("addNodes", settings, List.of(count));
        return changing(
                "addNodes", given, changes -> changes.addNodes(count, given.parameters(name -> !name.equals("Count"))));
    }

    @Override
    public Change deleteNodes(Map<String, ?> options, Object nodes) {
        WordOptions given = checked("deleteNodes", options, List.of());
        NodeSet set = Changes.nodes(nodes, this, "deleteNodes");
        return changing("deleteNodes", given, changes -> changes.deleteNodes(set, given.parameters(name -> true)));
    }

    @Override
    public Change startNodes(Map<String, ?> options, Object nodes) {
        WordOptions given = checked("startNodes", options, List.of());
        NodeSet set = Changes.nodes(nodes, this, "startNodes");
        return changing("startNodes", given, changes -> changes.startNodes(set));
    }

    @Override
    public Change stopNodes(Map<String, ?> options, Object nodes) {
        WordOptions given = checked("stopNodes", options, List.of());
        NodeSet set = Changes.nodes(nodes, this, "stopNodes");
        return changing("stopNodes", given, changes -> changes.stopNodes(set));
    }

    @Override
    public Change resetNodes(Map<String, ?> options, Object nodes) {
        WordOptions given = checked("resetNodes", options, List.of());
        NodeSet set = Changes.nodes(nodes, this, "resetNodes");
        return changing("resetNodes", given, changes -> changes.resetNodes(set));
    }

    @Override
    public Change startCluster(Map<String, ?> options) {
        WordOptions given = checked("startCluster", options, List.of());
        return changing("startCluster()", given, ClusterChanges::start);
    }

    @Override
    public Change stopCluster(Map<String, ?> options) {
        WordOptions given = checked("stopCluster", options, List.of());
        return changing("stopCluster()", given, ClusterChanges::stop);
    }

    @Override
    public Change recoverCluster(Map<String, ?> options) {
        WordOptions given = checked("recoverCluster", options, List.of());
        return changing("recoverCluster()", given, changes -> changes.recover(given.parameters(name -> true)));
    }

    @Override
    public Change deleteCluster(Map<String, ?> options) {
        WordOptions given = checked("deleteCluster", options, List.of());
        return changing("deleteCluster()", given, changes -> changes.delete(given.parameters(name -> true)));
    }

    @Override
    public void modifyCluster(Map<String, ?> settings) {
        WordOptions given = checked("modifyCluster", settings, List.of());
        change("modifyCluster()", here -> here.changes().modify(given.parameters(name -> true)));
    }

    private WordOptions checked(String word, Map<String, ?> named, List<?> positional) {
        return checked(Vocabulary.at(WordPlace.CLUSTER, word).orElseThrow(), named, positional);
    }

    /** Changes nodes or the cluster, and waits as the options say. */
    private Change changing(String word, WordOptions given, Function<ClusterChanges, Change> work) {
        return Changes.awaited(change(word, here -> work.apply(here.changes())), given.values());
    }

    @Override
    public ApiDsl getApi() {
        open("api");
        return new ApiDsl(now, own, Optional.of(this));
    }

    /** Returns a request for this cluster. */
    Request request(Operation operation) {
        return cluster().request(operation.name());
    }

    /** Sends the declared scripts before a call changes anything. */
    void calling(Operation operation) {
        open("api");
        if (operation.mutates()) {
            sendPostScripts();
        }
    }

    @Override
    public List<SubmittedCommand> getCommands() {
        return open("commands").commands();
    }

    @Override
    public RunDsl runCommand(String text) {
        return begin(Command.of(own.of(text)));
    }

    @Override
    public RunDsl runCommand(GString template) {
        return begin(own.of(template));
    }

    @Override
    public RunDsl runCommand(Raw text) {
        return begin(Command.of(text.text()));
    }

    @Override
    public RunResult rerun(RunResult earlier, Outcome... outcomes) {
        RunResult again = repeat(earlier, outcomes);
        earlier.merged(again); // counts as reading the earlier outcome, unless a node was left out
        return session().track(again);
    }

    @Override
    public RunResult rerunAndPrint(RunResult earlier, Outcome... outcomes) {
        RunResult again = repeat(earlier, outcomes);
        session().show(again);
        session().requireOk(earlier.merged(again));
        return again;
    }

    @Override
    public RunResult rerunOrFail(RunResult earlier, Outcome... outcomes) {
        RunResult again = repeat(earlier, outcomes);
        session().showIfInterrupted(again);
        session().requireOk(earlier.merged(again));
        return again;
    }

    private RunResult repeat(RunResult earlier, Outcome... outcomes) {
        Cluster here = open("rerun");
        sendPostScripts();
        return performed(
                "rerun", origin -> here.ehpc().withOrigin(origin).cluster(id).rerun(earlier, outcomes));
    }

    /** Runs a command, and records its result. */
    RunResult performed(String word, Function<Origin, RunResult> sending) {
        ScriptSession session = session();
        RunResult result = session.displayed(sending.apply(new Origin(session.line(), word)));
        session.recordResult(result);
        return result;
    }

    /** Prints a result, and fails the script if more nodes are not ok than tolerated. */
    RunResult printed(RunResult result) {
        session().show(result);
        session().requireOk(result);
        return result;
    }

    /** Fails the script if more nodes are not ok than tolerated. */
    RunResult required(RunResult result) {
        session().showIfInterrupted(result);
        session().requireOk(result);
        return result;
    }

    private RunDsl begin(Command command) {
        DefaultRun run = new DefaultRun(this, open("run").run(command));
        unfinished.add(run);
        return run;
    }

    /** Replaces an open statement by its next step. */
    void replace(DefaultRun from, DefaultRun to) {
        unfinished.remove(from);
        unfinished.add(to);
    }

    /** Sends the scripts declared before a complete statement. */
    void ready(DefaultRun run) {
        open("on");
        unfinished.remove(run);
        sendPostScripts();
    }

    ScriptSession session() {
        return now.get();
    }

    /** Ends the block. */
    void end() {
        if (!unfinished.isEmpty()) {
            throw new InputException("run '" + unfinished.get(0).command() + "' has no nodes; add: on nodes");
        }
        sendPostScripts();
    }

    void close() {
        closed = true;
    }

    /** Reads the lists that are kept from before a change. Sends the complete list of scripts of the block if it has grown: later lines add to the same declaration. */
    private void sendPostScripts() {
        unread.read();
        declared.send((scripts, line) -> session()
                .changing(
                        new Origin(line, "postScript"), ehpc -> ehpc.cluster(id).setPostScripts(scripts)));
    }

    private Cluster open(String word) {
        if (closed) {
            throw new InputException("'" + word + "' is called after the end of the block of cluster '" + id + "'");
        }
        return cluster();
    }
}
