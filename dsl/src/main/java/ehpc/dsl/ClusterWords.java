package ehpc.dsl;

import ehpc.ClusterInfo;
import ehpc.InputException;
import ehpc.Node;
import ehpc.NodeSet;
import ehpc.PostScriptEntry;
import ehpc.Queue;
import ehpc.Raw;
import ehpc.SubmittedCommand;
import groovy.lang.GString;
import java.util.List;

/**
 * The words of a cluster block where none is around in the text: in a script's own methods and closures, which a block calls. They
 * speak of the cluster whose block the calling thread is in.
 */
public abstract class ClusterWords extends OutputWords implements ClusterDsl {

    private final ThreadLocal<ClusterScope> open = new ThreadLocal<>();

    /** For the compiler. */
    protected ClusterWords() {}

    final ClusterScope enter(ClusterScope scope) {
        open.set(scope);
        return scope;
    }

    final void leave() {
        open.remove();
    }

    /** Refuses a word inside of a cluster block. */
    final void outsideClusters(String word) {
        if (open.get() != null) {
            throw new InputException(word + " must stand outside of the block of cluster '"
                    + open.get().getId() + "'");
        }
    }

    private ClusterDsl here(String word) {
        ClusterScope scope = open.get();
        if (scope == null) {
            throw new InputException("'" + word + "' must be used inside a cluster('...') { } block, none is open");
        }
        return scope;
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

    /** Every operation of the API: in a cluster block with ClusterId filled in, and outside of one too. */
    @Override
    public ApiDsl getApi() {
        ClusterScope scope = open.get();
        return scope == null ? new ApiDsl(new SessionDesk(session())) : scope.getApi();
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
