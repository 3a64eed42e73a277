package ehpc.script.internal.runtime;

import ehpc.Remedy;
import ehpc.RunFailedException;
import ehpc.api.ApiException;
import ehpc.api.InputException;
import ehpc.api.InvalidRequestException;
import ehpc.api.UnknownOperationException;
import ehpc.dsl.NotBegunException;
import ehpc.dsl.ScriptExit;
import ehpc.dsl.ScriptStopped;
import ehpc.plan.EffectRefused;
import ehpc.plan.NotApproved;
import ehpc.script.Rule;
import ehpc.script.ScriptProblem;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a failure of a running script in the words of the script: its line, what was asked, and what to do next. */
public final class ScriptFailures {

    private final Source source;
    private final CompiledTexts texts;
    private final Class<?> script;
    private final String interrupted;

    /**
     * @param source what was run
     * @param texts what it may have called
     * @param script the class that it was compiled to
     */
    public ScriptFailures(Source source, CompiledTexts texts, Class<?> script) {
        this(source, texts, script, "");
    }

    private ScriptFailures(Source source, CompiledTexts texts, Class<?> script, String interrupted) {
        this.source = source;
        this.texts = texts;
        this.script = script;
        this.interrupted = interrupted;
    }

    /** Returns the same where the failures may have come of an interrupt, which is said before each. */
    public ScriptFailures interrupted(String message) {
        return new ScriptFailures(source, texts, script, message);
    }

    /** Returns the failure, and those of other branches that came with it. */
    public List<ScriptProblem> problems(Throwable failure) {
        List<ScriptProblem> problems = new ArrayList<>();
        problems.add(problem(failure));
        for (Throwable other : failure.getSuppressed()) {
            if (isTold(other)) {
                problems.add(problem(other));
            }
        }
        return problems;
    }

    private ScriptProblem problem(Throwable failure) {
        if (failure instanceof InterruptedException) {
            return problem(failure, interrupted.isEmpty() ? ScriptStopped.MESSAGE : interrupted, List.of());
        }
        if (isTold(failure)) {
            boolean bare = interrupted.isEmpty() || failure instanceof ScriptStopped;
            String message = failure.getMessage();
            return problem(failure, bare ? message : interrupted + ": " + message, FailureAdvice.on(failure));
        }
        GroovyErrorMessages raised = new GroovyErrorMessages(failure, script);
        String before = interrupted.isEmpty() ? "" : interrupted + ": ";
        return problem(failure, before + raised.message(), raised.notes());
    }

    private ScriptProblem problem(Throwable failure, String message, List<String> notes) {
        Finding finding = Finding.of(Rule.STOPPED, message);
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

    /** Returns whether a failure speaks for itself. */
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

    /** Returns the innermost line of a script that was being executed; 0 when there is none. */
    public static int line(CompiledTexts texts, Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getLineNumber() > 0 && texts.of(frame.getFileName()).isPresent()) {
                return frame.getLineNumber();
            }
        }
        return 0;
    }
}
