package ehpc.repl.internal.result;

import ehpc.Change;
import ehpc.RunListener;
import ehpc.node.NodeSet;
import java.util.List;
import java.util.function.Consumer;

/** Passes each event to several listeners, in order. */
public record Listeners(List<RunListener> all) implements RunListener {

    @Override
    public void began(Run run) {
        each(one -> one.began(run));
    }

    @Override
    public void submitting(Run run, NodeSet nodes) {
        each(one -> one.submitting(run, nodes));
    }

    @Override
    public void submitted(String clusterId, String commandId, NodeSet nodes) {
        each(one -> one.submitted(clusterId, commandId, nodes));
    }

    @Override
    public void progress(Progress progress) {
        each(one -> one.progress(progress));
    }

    @Override
    public void collected(String clusterId, String commandId) {
        each(one -> one.collected(clusterId, commandId));
    }

    @Override
    public void ended(Run run) {
        each(one -> one.ended(run));
    }

    @Override
    public void waiting(Change change, String state) {
        each(one -> one.waiting(change, state));
    }

    @Override
    public void waited(Change change) {
        each(one -> one.waited(change));
    }

    private void each(Consumer<RunListener> event) {
        all.forEach(event);
    }
}
