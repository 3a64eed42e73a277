package ehpc.dsl;

import com.fasterxml.jackson.annotation.JsonValue;
import ehpc.api.InputException;
import ehpc.command.Raw;
import groovy.lang.GString;
import java.util.function.Supplier;

/** A cluster without a block. */
final class DefaultClusterValue extends ClusterScope implements ClusterValue {

    DefaultClusterValue(Supplier<ScriptSession> now, String id, OwnText own) {
        super(now, id, new DeclaredScripts(), own);
    }

    /** Returns the message for a declaration on a cluster without a block. */
    static String needsBlock(String id) {
        return "'postScript' must be in a block: cluster('" + id
                + "') { postScript '...' }, whose declarations are sent together";
    }

    @Override
    public void postScript(String url) {
        throw new InputException(needsBlock(getId()));
    }

    @Override
    public void postScript(String url, String args) {
        throw new InputException(needsBlock(getId()));
    }

    @Override
    public RunDsl run(String text) {
        return runCommand(text);
    }

    @Override
    public RunDsl run(GString template) {
        return runCommand(template);
    }

    @Override
    public RunDsl run(Raw text) {
        return runCommand(text);
    }

    /** Returns the cluster's id. */
    @JsonValue
    @Override
    public String toString() {
        return getId();
    }
}
