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
 * The words of a cluster block outside of one in the text: in methods and closures of a script that a block calls. They use the cluster of
 * the block that the calling thread is in, or else the current cluster of a shell.
 */
public abstract class ClusterWords extends OutputWords implements ClusterDsl {

    /** For the compiler. */
    protected ClusterWords() {}

    /** Returns the state shared by all parts of the script. */
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

    /** Returns every operation of the API; inside a cluster block with ClusterId set. */
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
