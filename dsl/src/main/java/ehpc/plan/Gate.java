package ehpc.plan;

import ehpc.Effect;
import ehpc.Effects;
import ehpc.Ehpc;
import ehpc.PostScriptEntry;
import ehpc.api.Request;
import ehpc.api.Secret;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Shows each effect of a running script to somebody before it is carried out, as a step of a plan, and lets it be carried out only when that
 * is approved. A step that changes nothing is not asked about. What was not approved ends the script: nothing more is asked and sent for the
 * branch of {@code parallel} that wanted it, nor for the script outside of its branches; other branches go on. One question at a time; safe
 * for use by several threads.
 */
public final class Gate {

    private final Ehpc ehpc;
    private final StepMaker maker = new StepMaker();
    private final Predicate<Step> approval;
    private final ReentrantLock asking = new ReentrantLock(true);
    private volatile NotApproved first;
    private int sent;

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

    /** Effects of the script outside of its branches: none is carried out once any was not approved. */
    public Effects outside(Effects beneath) {
        return beneath.asking(effect -> ask(effect, () -> first != null, () -> {}));
    }

    /** Effects of a branch, which what is not approved in it ends alone. Where the script has ended before, so has the branch. */
    public Effects branch(Effects beneath) {
        AtomicBoolean ended = new AtomicBoolean(first != null);
        return beneath.asking(effect -> ask(effect, ended::get, () -> ended.set(true)));
    }

    private void ask(Effect<?> effect, BooleanSupplier ended, Runnable end) {
        if (ended.getAsBoolean()) {
            throw first;
        }
        Step step = maker.of(effect, this::postScripts);
        if (!step.changes()) {
            return;
        }
        asking.lock();
        try {
            // Whoever stops the script while it is being asked about does not want it sent.
            if (isStopped() || !approval.test(step) || isStopped()) {
                NotApproved refusal = new NotApproved(step, sent);
                first = first == null ? refusal : first;
                end.run();
                throw refusal;
            }
            sent++;
        } finally {
            asking.unlock();
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
