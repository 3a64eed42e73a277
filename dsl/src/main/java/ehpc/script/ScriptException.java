package ehpc.script;

import ehpc.dsl.ScriptExit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A script that could not be compiled, or that did not come to its end. */
public final class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ScriptProblem> problems;
    private final transient ScriptResult soFar;
    private final boolean interrupted;

    private ScriptException(List<ScriptProblem> problems, ScriptResult soFar, Throwable cause, boolean interrupted) {
        super(problems.stream().map(ScriptProblem::toString).collect(Collectors.joining("\n")), cause);
        this.problems = List.copyOf(problems);
        this.soFar = soFar;
        this.interrupted = interrupted;
    }

    /** Returns a script that was not run because of these. */
    static ScriptException unchecked(List<ScriptProblem> problems) {
        return new ScriptException(problems, ScriptResult.NOTHING, null, false);
    }

    /** Returns a script that stopped. */
    static ScriptException stopped(List<ScriptProblem> where, ScriptResult soFar, Throwable cause) {
        return new ScriptException(where, soFar, cause, false);
    }

    /** Returns a script that was told to stop. */
    static ScriptException interrupted(List<ScriptProblem> where, ScriptResult soFar, Throwable cause) {
        return new ScriptException(where, soFar, cause, true);
    }

    /**
     * Returns the exit code with which the script would have ended the process ({@code System.exit}, {@code exit} and {@code halt} of
     * {@code Runtime}); empty where it stopped for another reason. It ended the script, and nothing else.
     */
    public OptionalInt exitCode() {
        return getCause() instanceof ScriptExit exit ? OptionalInt.of(exit.code()) : OptionalInt.empty();
    }

    /** Returns whether it stopped as its thread was interrupted. */
    public boolean isInterrupted() {
        return interrupted;
    }

    /** What is wrong, in the order of the script; at least one. */
    public List<ScriptProblem> problems() {
        return problems;
    }

    /** Returns whether the script was refused before its first step; {@link #getCause} is null then. */
    public boolean isRefused() {
        return getCause() == null;
    }

    /** What the script had done when it stopped. */
    public ScriptResult soFar() {
        return soFar;
    }
}
