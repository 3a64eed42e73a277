package ehpc.local.internal.command;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the reads that omit a new command or one of its results. Thread-safe. */
public final class Visibility {

    /** The number of omitted reads of something that never appears. */
    public static final int NEVER = Integer.MAX_VALUE;

    private final AtomicInteger readsUntilListed;
    private final AtomicInteger readsUntilKnown;
    private final AtomicInteger readsUntilResult;
    private final Optional<String> lateNode;

    /**
     * @param readsUntilListed the number of reads of the list that omit the command
     * @param readsUntilKnown the number of reads of its status or results that do not find it
     * @param lateNode the node whose result comes late
     * @param readsUntilResult the number of reads of the results that omit the result of that node after it has ended
     */
    public Visibility(int readsUntilListed, int readsUntilKnown, Optional<String> lateNode, int readsUntilResult) {
        this.readsUntilListed = new AtomicInteger(readsUntilListed);
        this.readsUntilKnown = new AtomicInteger(readsUntilKnown);
        this.lateNode = lateNode;
        this.readsUntilResult = new AtomicInteger(readsUntilResult);
    }

    static Visibility full() {
        return new Visibility(0, 0, Optional.empty(), 0);
    }

    boolean listed() {
        return count(readsUntilListed);
    }

    boolean known() {
        return count(readsUntilKnown);
    }

    /** Returns whether the results include that of a node. A late result is also missing while the command runs there. */
    boolean reported(String node, boolean ended) {
        return lateNode.filter(node::equals).isEmpty() || ended && count(readsUntilResult);
    }

    private static boolean count(AtomicInteger left) {
        return left.getAndUpdate(reads -> reads == NEVER ? NEVER : Math.max(0, reads - 1)) == 0;
    }
}
