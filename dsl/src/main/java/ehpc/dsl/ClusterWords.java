package ehpc.dsl;

import ehpc.ClusterInfo;
import ehpc.PostScriptEntry;
import ehpc.Queue;
import ehpc.SubmittedCommand;
import ehpc.command.Raw;
import ehpc.node.Node;
import ehpc.node.NodeSet;
import groovy.lang.GString;
import java.util.List;
import java.util.Optional;

/**
 * The words of a cluster block where none is around in the text: in a script's own methods and closures, which a block calls. They
 * speak of the cluster whose block the calling thread is in, or else of the current cluster of a shell.
 */
public abstract class ClusterWords extends OutputWords implements ClusterDsl {

    /** For the compiler. */
    protected ClusterWords() {}

    /** What this script shares with all its parts. */
    abstract Stage stage();

    private ClusterDsl here(String word) {
        stage().asking();
        return stage().here().orElseThrow(() -> stage().nowhere(word));
    }

    @Override
    public String getId() {
        return here("id").getId();
    }

    @Override
    public ClusterInfo getInfo() {
        return here("info").getInfo();
    }

    @Override
    public NodeSet getNodes() {
        return here("nodes").getNodes();
    }

    @Override
    public List<Queue> getQueues() {
        return here("queues").getQueues();
    }

    @Override
    public Node node(String idOrName) {
        return here("node").node(idOrName);
    }

    @Override
    public void postScript(String url) {
        here("postScript").postScript(url);
    }

    @Override
    public void postScript(String url, String args) {
        here("postScript").postScript(url, args);
    }

    @Override
    public List<PostScriptEntry> getPostScripts() {
        return here("postScripts").getPostScripts();
    }

    @Override
    public void syncUsers() {
        here("syncUsers").syncUsers();
    }

    /** Returns every operation of the API: in a cluster block with ClusterId filled in, and outside of one too. */
    @Override
    public ApiDsl getApi() {
        return stage().here()
                .map(ClusterScope::getApi)
                .orElseGet(() -> new ApiDsl(stage()::asking, stage().own(), Optional.empty()));
    }

    @Override
    public List<SubmittedCommand> getCommands() {
        return here("commands").getCommands();
    }

    @Override
    public RunDsl runCommand(String text) {
        return here("run").runCommand(text);
    }

    @Override
    public RunDsl runCommand(GString template) {
        return here("run").runCommand(template);
    }

    @Override
    public RunDsl runCommand(Raw text) {
        return here("run").runCommand(text);
    }
}
