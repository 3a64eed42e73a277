package ehpc;

import ehpc.node.NodeSet;
import java.util.function.Consumer;

/** Calls the listener of one run and ignores its exceptions: the run must continue, as only it knows the ids of its commands. */
final class UnfailingListener implements RunListener {

    private static final System.Logger LOG = System.getLogger("ehpc");

    private final RunListener listener;
    private boolean failed;

    UnfailingListener(RunListener listener) {
        this.listener = listener;
    }

    @Override
    public void began(Run run) {
        notifyListener(one -> one.began(run));
    }

    @Override
    public void submitting(Run run, NodeSet nodes) {
        notifyListener(one -> one.submitting(run, nodes));
    }

    @Override
    public void submitted(String clusterId, String commandId, NodeSet nodes) {
        notifyListener(one -> one.submitted(clusterId, commandId, nodes));
    }

    @Override
    public void progress(Progress progress) {
        notifyListener(one -> one.progress(progress));
    }

    @Override
    public void collected(String clusterId, String commandId) {
        notifyListener(one -> one.collected(clusterId, commandId));
    }

    @Override
    public void ended(Run run) {
        notifyListener(one -> one.ended(run));
    }

    @Override
    public void waiting(Change change, String state) {
        notifyListener(one -> one.waiting(change, state));
    }

    @Override
    public void waited(Change change) {
        notifyListener(one -> one.waited(change));
    }

    /** Catches everything: a listener in another language can throw checked exceptions. */
    private void notifyListener(Consumer<RunListener> event) {
        try {
            event.accept(listener);
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            if (!failed) {
                failed = true;
                LOG.log(System.Logger.Level.WARNING, "a listener of runs failed; the run continues", e);
            }
        }
    }
}
