package ehpc.script;

import ehpc.dsl.ScriptExit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A script that failed to compile or did not finish. */
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

    /** Creates the exception of a script that was not run because of these problems. */
    static ScriptException unchecked(List<ScriptProblem> problems) {
        return new ScriptException(problems, ScriptResult.NOTHING, null, false);
    }

    /** Creates the exception of a script that stopped. */
    static ScriptException stopped(List<ScriptProblem> where, ScriptResult soFar, Throwable cause) {
        return new ScriptException(where, soFar, cause, false);
    }

    /** Creates the exception of a script that was interrupted. */
    static ScriptException interrupted(List<ScriptProblem> where, ScriptResult soFar, Throwable cause) {
        return new ScriptException(where, soFar, cause, true);
    }

    /**
     * Returns the exit code of a script that called {@code System.exit}, or {@code exit} or {@code halt} of {@code Runtime}; empty if it
     * stopped for another reason. Such a call ends only the script.
     */
    public OptionalInt exitCode() {
        return getCause() instanceof ScriptExit exit ? OptionalInt.of(exit.code()) : OptionalInt.empty();
    }

    /** Returns whether the script stopped because its thread was interrupted. */
    public boolean isInterrupted() {
        return interrupted;
    }

    /** Returns the problems, in the order of the script; at least one. */
    public List<ScriptProblem> problems() {
        return problems;
    }

    /** Returns whether the script was refused before its first step; {@link #getCause} is null in that case. */
    public boolean isRefused() {
        return getCause() == null;
    }

    /** Returns the completed effects of the script when it stopped. */
    public ScriptResult soFar() {
        return soFar;
    }
}
