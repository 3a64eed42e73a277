package ehpc;

import java.util.Set;

/** Tells which nodes serve a queue. */
@FunctionalInterface
interface QueueNodes {

    /** The ids of the queue's nodes. */
    Set<String> ids(String queue);
}
