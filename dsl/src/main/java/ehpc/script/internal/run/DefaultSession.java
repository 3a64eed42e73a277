package ehpc.script.internal.run;

import ehpc.Ehpc;
import ehpc.Outcome;
import ehpc.RunFailedException;
import ehpc.RunResult;
import ehpc.script.ResultPrinter;
import ehpc.script.ScriptResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/** One execution of a script. */
public final class DefaultSession extends BaseSession {

    private final Appendable output;
    private final ResultPrinter printer;
    private final List<RunResult> runs = new ArrayList<>();
    private final Set<RunFailedException> unread = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Consumer<RunResult> taker;
    private final Runnable goOn;
    private final Set<RunResult> shown = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private boolean changed;

    public DefaultSession(Ehpc ehpc, List<String> args, RunSettings settings) {
        this(ehpc, args, settings, () -> {});
    }

    /**
     * @param goOn throws where the script was told to stop
     */
    public DefaultSession(Ehpc ehpc, List<String> args, RunSettings settings, Runnable goOn) {
        super(ehpc, args, settings.environment());
        this.goOn = goOn;
        this.output = settings.output();
        this.printer = settings.printer();
        this.taker = settings.taker().orElse(runs::add);
    }

    @Override
    public void goOn() {
        goOn.run();
    }

    @Override
    public void ran(RunResult result) {
        taker.accept(result);
        changed |= result.stream().anyMatch(r -> r.outcome() != Outcome.NOT_RUN);
    }

    @Override
    public RunResult handOut(RunResult result) {
        if (result.isOk()) {
            return result;
        }
        RunFailedException failure = new RunFailedException(result); // knows where it was handed out
        unread.add(failure);
        return result.watched(() -> unread.remove(failure));
    }

    /**
     * The script has come to its end.
     *
     * @throws RunFailedException a run failed, and the script never asked whether it had
     */
    public void end() {
        RunFailedException[] failures = unread.toArray(RunFailedException[]::new);
        if (failures.length > 0) {
            Arrays.stream(failures).skip(1).forEach(failures[0]::addSuppressed);
            throw failures[0];
        }
    }

    /** The results that failed, and that the script never asked about. */
    public List<RunResult> unseen() {
        return Arrays.stream(unread.toArray(RunFailedException[]::new))
                .map(RunFailedException::result)
                .toList();
    }

    /** Whether a result that failed is what a value shows. */
    public static boolean isOf(RunResult failed, Object value) {
        return value instanceof RunResult result && result.commandIds().equals(failed.commandIds());
    }

    /** Whether a value was shown: a result, or nothing but such, as the value of {@code parallel} may be. */
    public boolean isShown(Object value) {
        return value instanceof Collection<?> many
                ? !many.isEmpty() && shown.containsAll(many)
                : value != null && shown.contains(value);
    }

    @Override
    public void show(RunResult result) {
        shown.add(result);
        try {
            printer.print(result, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(String text) {
        try {
            output.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void changed() {
        changed = true;
    }

    public ScriptResult result(Object value) {
        return new ScriptResult(value, List.copyOf(runs), changed);
    }
}
