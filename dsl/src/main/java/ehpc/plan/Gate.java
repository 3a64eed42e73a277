package ehpc.plan;

import ehpc.Approval;
import ehpc.Ehpc;
import ehpc.PlannedRun;
import ehpc.PostScriptEntry;
import ehpc.api.Request;
import ehpc.api.Secret;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Shows each step of a running script to somebody before it is sent, as a plan would show it, and sends it only when that is approved. A
 * step that changes nothing is not asked about. What was not approved ends the script: nothing more is asked and sent for the branch of
 * {@code parallel} that wanted it, nor for the script outside of its branches; other branches go on. One question at a time; safe for use
 * by several threads.
 */
public final class Gate implements Approval {

    private final Ehpc ehpc;
    private final StepMaker maker;
    private final Predicate<Step> approval;
    private final ReentrantLock asking = new ReentrantLock(true);
    /** Whether nothing more is asked for the branch that the thread is in; a thread that is in none is one by itself. */
    private final ThreadLocal<AtomicBoolean> ended = ThreadLocal.withInitial(AtomicBoolean::new);

    private final AtomicBoolean outside = ended.get();
    private volatile NotApproved first;
    private int sent;

    /**
     * @param ehpc where the post-processing scripts are looked up that a cluster has
     * @param line tells the script's line that is being evaluated by the thread that asks
     * @param approval whether a step may be sent; called by the thread that wants to
     */
    public Gate(Ehpc ehpc, IntSupplier line, Predicate<Step> approval) {
        this.ehpc = ehpc;
        this.maker = new StepMaker(line);
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

    /** The line that is being evaluated declares what a later call will send. */
    public void declared() {
        maker.declared();
    }

    /** Evaluates what has a word of its own in the script. */
    public <T> T saying(String said, Supplier<T> work) {
        return maker.saying(said, work);
    }

    /**
     * {@inheritDoc}
     *
     * @throws NotApproved it may not be sent
     * @throws ehpc.api.ApiException the post-processing scripts that it replaces cannot be looked up
     */
    @Override
    public void call(Request request) {
        refuseWhenEnded();
        admit(maker.of(request, this::postScripts));
    }

    private List<PostScriptEntry> postScripts(Request request) {
        return ehpc.in(request.region().orElseThrow())
                .cluster(StepMaker.cluster(request))
                .postScripts();
    }

    /**
     * {@inheritDoc}
     *
     * @throws NotApproved it may not be sent
     */
    @Override
    public void run(PlannedRun run) {
        refuseWhenEnded();
        admit(maker.of(run));
    }

    /**
     * A branch of the script, whose thread may have had other branches before. What is not approved in it ends it alone; where the one that
     * begins it has ended, so has this one.
     *
     * @param work what the branch does; is not done yet
     * @return does it, on whichever thread
     */
    public <T> Supplier<T> branch(Supplier<T> work) {
        AtomicBoolean own = new AtomicBoolean(isEnded());
        return () -> {
            AtomicBoolean before = ended.get();
            ended.set(own);
            try {
                return work.get();
            } finally {
                ended.set(before);
            }
        };
    }

    private boolean isEnded() {
        return ended.get().get() || ended.get() == outside && first != null;
    }

    private void refuseWhenEnded() {
        if (first != null && isEnded()) {
            throw first;
        }
    }

    private void admit(Step step) {
        if (!step.changes()) {
            return;
        }
        asking.lock();
        try {
            // Whoever stops the script while it is being asked about does not want it sent.
            if (isStopped() || !approval.test(step) || isStopped()) {
                throw refused(step);
            }
            sent++;
        } finally {
            asking.unlock();
        }
    }

    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    private NotApproved refused(Step step) {
        NotApproved refusal = new NotApproved(step, sent);
        if (first == null) {
            first = refusal;
        }
        ended.get().set(true);
        return refusal;
    }
}
