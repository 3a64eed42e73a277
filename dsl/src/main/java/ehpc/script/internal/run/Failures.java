package ehpc.script.internal.run;

import ehpc.InputException;
import ehpc.Remedy;
import ehpc.RunFailedException;
import ehpc.api.ApiException;
import ehpc.api.InvalidRequestException;
import ehpc.api.UnknownOperationException;
import ehpc.dsl.NotBegunException;
import ehpc.dsl.ScriptExit;
import ehpc.dsl.ScriptStopped;
import ehpc.plan.EffectRefused;
import ehpc.plan.NotApproved;
import ehpc.script.Rule;
import ehpc.script.ScriptProblem;
import ehpc.script.internal.source.Finding;
import ehpc.script.internal.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a failure of a running script in the words of the script: its line, what was asked, and what to do next. */
public final class Failures {

    private Failures() {}

    /**
     * The failure, and those of other branches that came with it.
     *
     * @param source what was run
     * @param texts what it may have called
     */
    public static List<ScriptProblem> problems(Source source, Texts texts, Class<?> script, Throwable failure) {
        List<ScriptProblem> problems = new ArrayList<>();
        problems.add(problem(source, texts, script, failure));
        for (Throwable other : failure.getSuppressed()) {
            if (isTold(other)) {
                problems.add(problem(source, texts, script, other));
            }
        }
        return problems;
    }

    private static ScriptProblem problem(Source source, Texts texts, Class<?> script, Throwable failure) {
        String message = isTold(failure) ? failure.getMessage() : Raised.message(failure, script);
        Finding finding = Finding.of(Rule.STOPPED, message);
        List<String> notes = isTold(failure) ? Advice.on(failure) : Raised.notes(failure, message);
        for (StackTraceElement frame : failure.getStackTrace()) {
            Optional<Source> text = frame.getLineNumber() > 0 ? texts.of(frame.getFileName()) : Optional.empty();
            if (text.isPresent()) {
                return text.get().problem(frame.getLineNumber(), 0, finding, notes, remedies(failure));
            }
        }
        return source.problem(0, 0, finding, notes, remedies(failure));
    }

    private static List<Remedy> remedies(Throwable failure) {
        return failure instanceof EffectRefused ? List.of(Remedy.of(Remedy.Action.ALLOW_EFFECTS)) : Remedy.of(failure);
    }

    /** Whether a failure speaks for itself. */
    private static boolean isTold(Throwable failure) {
        return failure instanceof InputException
                || failure instanceof RunFailedException
                || failure instanceof ApiException
                || failure instanceof InvalidRequestException
                || failure instanceof UnknownOperationException
                || failure instanceof ScriptStopped
                || failure instanceof ScriptExit
                || failure instanceof NotBegunException
                || failure instanceof NotApproved
                || failure instanceof EffectRefused;
    }

    /** The innermost line of a script that was being executed; 0 when there is none. */
    public static int line(Texts texts, Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getLineNumber() > 0 && texts.of(frame.getFileName()).isPresent()) {
                return frame.getLineNumber();
            }
        }
        return 0;
    }
}
