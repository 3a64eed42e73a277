package ehpc.dsl;

import ehpc.Cluster;
import ehpc.PostScript;
import ehpc.api.ApiException;
import ehpc.api.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** The post-processing scripts of one declaration; later lines add to it. Safe for use by several threads. */
final class DeclaredScripts {

    private final List<PostScript> scripts = new ArrayList<>();
    private int sent;
    /** The line of the first unsent script. */
    private int line;

    synchronized void add(PostScript script, int inLine) {
        if (scripts.size() == Cluster.MAX_POST_SCRIPTS) {
            throw new InputException(
                    "a cluster has at most " + Cluster.MAX_POST_SCRIPTS + " post scripts, this is one more");
        }
        line = scripts.size() == sent ? inLine : line;
        scripts.add(script);
    }

    /** Sends the complete list if it has grown. */
    synchronized void send(ObjIntConsumer<List<PostScript>> sending) {
        if (scripts.size() > sent) {
            List<PostScript> whole = List.copyOf(scripts);
            try {
                sending.accept(whole, line);
                sent = whole.size();
            } catch (ApiException e) {
                if (e.mayHaveHappened()) {
                    sent = whole.size(); // a change with an unknown outcome is not repeated
                }
                throw e;
            }
        }
    }

    /** Drops the declared but unsent scripts. */
    synchronized void dropUnsent() {
        scripts.subList(sent, scripts.size()).clear();
    }

    synchronized DeclaredScripts copy() {
        DeclaredScripts copy = new DeclaredScripts();
        copy.scripts.addAll(scripts);
        copy.sent = sent;
        copy.line = line;
        return copy;
    }
}
