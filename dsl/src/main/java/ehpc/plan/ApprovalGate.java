package ehpc.plan;

import ehpc.Effect;
import ehpc.Effects;
import ehpc.EhpcClient;
import ehpc.PostScriptEntry;
import ehpc.api.Request;
import ehpc.api.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * Requires approval for each effect of a running script, in the form of a plan's step. A step without changes needs none. A refusal ends
 * the script with all its branches of {@code parallel}: nothing more is asked or sent, but commands already sent continue. Asks one
 * question at a time. Thread-safe.
 */
public final class ApprovalGate {

    private final EhpcClient ehpc;
    private final StepMaker maker;
    private final Predicate<Step> approval;
    private final Predicate<Effect<?>> asked;
    private final ReentrantLock asking = new ReentrantLock(true);
    private volatile NotApproved first;
    private int sent;
    private long waited;

    /**
     * @param ehpc the account that reads the current post-processing scripts
     * @param approval returns whether a step may be sent; called by the sending thread
     * @param marked whether commands get a marker when they are sent
     */
    public ApprovalGate(EhpcClient ehpc, Predicate<Step> approval, boolean marked) {
        this(ehpc, approval, marked, effect -> true);
    }

    private ApprovalGate(EhpcClient ehpc, Predicate<Step> approval, boolean marked, Predicate<Effect<?>> asked) {
        this.asked = asked;
        this.maker = new StepMaker(marked);
        this.ehpc = ehpc;
        this.approval = approval;
    }

    /**
     * Returns a gate that asks only about what removes, stops or replaces something ({@link ehpc.api.Operation#destroys}).
     *
     * @param confirmation returns whether a step may be sent; called by the sending thread
     * @param marked whether commands get a marker when they are sent
     */
    public static ApprovalGate ofDestroying(EhpcClient ehpc, Predicate<Step> confirmation, boolean marked) {
        return new ApprovalGate(ehpc, confirmation, marked, ApprovalGate::destroys);
    }

    private static boolean destroys(Effect<?> effect) {
        return effect instanceof Effect.Call call && call.request().operation().destroys();
    }

    /** Returns the first refusal; the script is incomplete even if it caught the error. */
    public Optional<NotApproved> refusal() {
        return Optional.ofNullable(first);
    }

    /** Registers a secret that the script read and that is not shown. */
    public void recordSecret(Secret secret) {
        maker.recordSecret(secret);
    }

    /** Returns the same effects with a question before each; after a refusal, none is performed. */
    public Effects before(Effects beneath) {
        return beneath.asking(this::ask);
    }

    /** Returns the total time of open questions. */
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
        if (!asked.test(effect)) {
            count();
            return;
        }
        Step step = maker.of(effect, this::postScripts);
        if (!step.changes()) {
            return;
        }
        asking.lock();
        try {
            mustGoOn();
            // A script that is stopped during the question must not send the step.
            if (isStopped() || !isApproved(step) || isStopped()) {
                first = new NotApproved(step, sent);
                throw first;
            }
            sent++;
        } finally {
            asking.unlock();
        }
    }

    private void count() {
        asking.lock();
        try {
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
        return ehpc.withRegion(request.region().orElseThrow())
                .cluster(StepMaker.cluster(request))
                .postScripts();
    }

    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }
}
