package ehpc.script.internal.runtime;

import ehpc.ChangeException;
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

/** Converts failures of a running script into problems with the line, the message and the remedies. */
public final class ScriptFailures {

    private final Source source;
    private final CompiledTexts texts;
    private final Class<?> script;
    private final String interrupted;

    /**
     * @param source the text of the script
     * @param texts the texts that it may have called
     * @param script its class
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

    /** Returns an instance for failures that an interrupt may have caused, which is stated before each message. */
    public ScriptFailures interrupted(String message) {
        return new ScriptFailures(source, texts, script, message);
    }

    /** Returns the problems of a failure, and of failures of other branches. */
    public List<ScriptProblem> problems(Throwable failure) {
        List<ScriptProblem> problems = new ArrayList<>();
        problems.add(problem(failure));
        for (Throwable other : failure.getSuppressed()) {
            if (hasOwnMessage(other)) {
                problems.add(problem(other));
            }
        }
        return problems;
    }

    private ScriptProblem problem(Throwable failure) {
        if (failure instanceof InterruptedException) {
            return problem(failure, interrupted.isEmpty() ? ScriptStopped.MESSAGE : interrupted, List.of());
        }
        if (hasOwnMessage(failure)) {
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

    /** Returns whether the message of a failure is sufficient. */
    private static boolean hasOwnMessage(Throwable failure) {
        return failure instanceof InputException
                || failure instanceof RunFailedException
                || failure instanceof ApiException
                || failure instanceof ChangeException
                || failure instanceof InvalidRequestException
                || failure instanceof UnknownOperationException
                || failure instanceof ScriptStopped
                || failure instanceof ScriptExit
                || failure instanceof NotBegunException
                || failure instanceof NotApproved
                || failure instanceof EffectRefused;
    }

    /** Returns the innermost executed line of a script; 0 if there is none. */
    public static int line(CompiledTexts texts, Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getLineNumber() > 0 && texts.of(frame.getFileName()).isPresent()) {
                return frame.getLineNumber();
            }
        }
        return 0;
    }
}
