package ehpc.script.internal.runtime;

import ehpc.EhpcClient;
import ehpc.Outcome;
import ehpc.RunFailedException;
import ehpc.RunResult;
import ehpc.api.Secret;
import ehpc.plan.ApprovalGate;
import ehpc.plan.NotApproved;
import ehpc.script.ResultPrinter;
import ehpc.script.ScriptResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** One execution of a script. */
public final class DefaultSession extends BaseSession {

    private final Appendable output;
    private final ResultPrinter printer;
    private final List<RunResult> runs = new ArrayList<>();
    private final Set<RunFailedException> unread = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Consumer<RunResult> taker;
    private final Consumer<Secret> secrets;
    private final Runnable checkInterrupt;
    private final Optional<ApprovalGate> gate;
    private final IntSupplier line;
    private final Set<RunResult> shown = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private boolean changed;

    public DefaultSession(EhpcClient ehpc, RunSettings settings) {
        this(ehpc, settings, () -> {}, () -> 0);
    }

    /**
     * Creates a session that requests approval before each change, if the settings require it.
     *
     * @param checkInterrupt throws if the script was interrupted
     * @param line returns the executed line of the script
     */
    public DefaultSession(EhpcClient ehpc, RunSettings settings, Runnable checkInterrupt, IntSupplier line) {
        super(ehpc, settings);
        this.checkInterrupt = checkInterrupt;
        this.gate = settings.gate(ehpc);
        this.line = line;
        this.secrets = settings.secrets();
        this.output = settings.output();
        this.printer = settings.printer();
        this.taker = settings.taker().orElse(runs::add);
    }

    @Override
    public EhpcClient ehpc() {
        return gate.map(asking -> super.ehpc().withEffects(asking::before)).orElseGet(super::ehpc);
    }

    /** Returns the total duration of the questions for approval so far. */
    public Duration waited() {
        return gate.map(ApprovalGate::waited).orElse(Duration.ZERO);
    }

    @Override
    public void recordSecret(Secret secret) {
        secrets.accept(secret);
        gate.ifPresent(asking -> asking.recordSecret(secret));
    }

    @Override
    public int line() {
        return gate.isPresent() || super.ehpc().needsOrigin() ? line.getAsInt() : 0;
    }

    /**
     * Returns the failure that ended the script: a refused approval, even if the script caught it, with other failures suppressed, or else
     * the given one.
     *
     * @param raised the exception of the script; null if it ended normally
     * @return null if the script ended normally
     */
    public Throwable ended(Throwable raised) {
        NotApproved refused = gate.flatMap(ApprovalGate::refusal).orElse(null);
        if (refused == null || raised == null || raised == refused) {
            return refused == null ? raised : refused;
        }
        List<Throwable> others = Arrays.asList(raised.getSuppressed());
        if (others.contains(refused)) {
            return raised;
        }
        addTo(refused, raised);
        others.forEach(other -> addTo(refused, other));
        return refused;
    }

    /** Adds another failure to a refused approval, unless the refusal caused it. */
    private static void addTo(NotApproved refused, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause == refused) {
                return;
            }
        }
        refused.addSuppressed(failure);
    }

    @Override
    public void checkInterrupt() {
        checkInterrupt.run();
    }

    @Override
    public synchronized void recordResult(RunResult result) {
        taker.accept(result);
        changed |= result.stream().anyMatch(r -> r.outcome() != Outcome.NOT_RUN);
    }

    @Override
    public RunResult track(RunResult result) {
        if (result.isOk()) {
            return result;
        }
        if (Thread.currentThread().isInterrupted()) {
            showIfInterrupted(result);
            throw new RunFailedException(result);
        }
        RunFailedException failure =
                new RunFailedException(result); // with the stack trace of the position where the result was returned
        unread.add(failure);
        return result.watched(() -> unread.remove(failure));
    }

    @Override
    public void showIfInterrupted(RunResult result) {
        if (result.isFailed() && Thread.currentThread().isInterrupted()) {
            show(result);
        }
    }

    /**
     * Ends the script.
     *
     * @throws RunFailedException if a run failed and the script never checked its result
     * @throws NotApproved if a step was not approved and the script caught the exception
     */
    public void end() {
        RunFailedException[] failures = unread.toArray(RunFailedException[]::new);
        gate.flatMap(ApprovalGate::refusal).ifPresent(refused -> {
            Arrays.stream(failures).forEach(refused::addSuppressed);
            throw refused;
        });
        if (failures.length > 0) {
            Arrays.stream(failures).skip(1).forEach(failures[0]::addSuppressed);
            throw failures[0];
        }
    }

    /** Returns the failed results that the script never checked. */
    public List<RunResult> unseen() {
        return Arrays.stream(unread.toArray(RunFailedException[]::new))
                .map(RunFailedException::result)
                .toList();
    }

    /** Returns whether a value is the given failed result. */
    public static boolean isOf(RunResult failed, Object value) {
        return value instanceof RunResult result && result.commandIds().equals(failed.commandIds());
    }

    /** Returns whether a value was shown: a result, or a collection of only results, such as the value of {@code parallel}. */
    public boolean isShown(Object value) {
        return value instanceof Collection<?> many
                ? !many.isEmpty() && many.stream().allMatch(this::isShownResult)
                : isShownResult(value);
    }

    /** Calls no method of other values: they may contain themselves, or fail to compute their hash. */
    private boolean isShownResult(Object value) {
        return value instanceof RunResult result && shown.contains(result);
    }

    @Override
    public synchronized void show(RunResult result) {
        shown.add(result);
        try {
            printer.print(result, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void write(String text) {
        try {
            output.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void changed() {
        changed = true;
    }

    public synchronized ScriptResult result(Object value) {
        return new ScriptResult(JavaValues.of(value), List.copyOf(runs), changed);
    }
}
