package ehpc;

import ehpc.api.Request;

/**
 * Is asked before anything is changed at the service, where the call is whole and about to leave: see {@link Ehpc#asking}. What a method
 * returns from is sent just as it is; what it throws keeps it from being sent, and is what the caller gets. Called on the thread that
 * wants to send, by several at once where several do.
 */
public interface Approval {

    /** Lets everything be sent. */
    Approval OF_ALL = new Approval() {
        @Override
        public void call(Request request) {}

        @Override
        public void run(PlannedRun run) {}
    };

    /** A call that would change something. */
    void call(Request request);

    /** A command that would be sent to nodes, with all its waves; it is asked about once. */
    void run(PlannedRun run);
}
