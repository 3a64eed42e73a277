package ehpc.plan;

import ehpc.Effect;
import ehpc.Effects;
import ehpc.Ehpc;
import ehpc.PostScriptEntry;
import ehpc.api.Request;
import ehpc.api.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Shows each effect of a running script to somebody before it is carried out, as a step of a plan, and lets it be carried out only when that
 * is approved. A step that changes nothing is not asked about. What was not approved ends the script, with all its branches of {@code
 * parallel}: nothing more is asked and sent, and what was sent before goes on. One question at a time; safe for use by several threads.
 */
public final class Gate {

    private final Ehpc ehpc;
    private final StepMaker maker = new StepMaker();
    private final Predicate<Step> approval;
    private final ReentrantLock asking = new ReentrantLock(true);
    private volatile NotApproved first;
    private int sent;
    private long waited;

    /**
     * @param ehpc where the post-processing scripts are looked up that a cluster has
     * @param approval whether a step may be sent; called by the thread that wants to
     */
    public Gate(Ehpc ehpc, Predicate<Step> approval) {
        this.ehpc = ehpc;
        this.approval = approval;
    }

    /** What was not approved first; whatever the script made of it, it has not come to its end. */
    public Optional<NotApproved> refusal() {
        return Optional.ofNullable(first);
    }

    /** The script was given a secret, which is not shown. */
    public void gave(Secret secret) {
        maker.gave(secret);
    }

    /** Returns the same effects, each asked about; none is carried out once any was not approved. */
    public Effects before(Effects beneath) {
        return beneath.asking(this::ask);
    }

    /** Returns how long questions were open until now. */
    public Duration waited() {
        asking.lock();
        try {
            return Duration.ofNanos(waited);
        } finally {
            asking.unlock();
        }
    }

    private void ask(Effect<?> effect) {
        mustGoOn();
        Step step = maker.of(effect, this::postScripts);
        if (!step.changes()) {
            return;
        }
        asking.lock();
        try {
            mustGoOn();
            // Whoever stops the script while it is being asked about does not want it sent.
            if (isStopped() || !isApproved(step) || isStopped()) {
                first = new NotApproved(step, sent);
                throw first;
            }
            sent++;
        } finally {
            asking.unlock();
        }
    }

    private void mustGoOn() {
        if (first != null) {
            throw first;
        }
    }

    private boolean isApproved(Step step) {
        long began = System.nanoTime();
        try {
            return approval.test(step);
        } finally {
            waited += System.nanoTime() - began;
        }
    }

    private List<PostScriptEntry> postScripts(Request request) {
        return ehpc.in(request.region().orElseThrow())
                .cluster(StepMaker.cluster(request))
                .postScripts();
    }

    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }
}
