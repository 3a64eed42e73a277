package ehpc.script;

import java.util.List;
import java.util.stream.Collectors;

/** A script that could not be compiled, or that did not come to its end. */
public final class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ScriptProblem> problems;
    private final transient ScriptResult soFar;

    private ScriptException(List<ScriptProblem> problems, ScriptResult soFar, Throwable cause) {
        super(problems.stream().map(ScriptProblem::toString).collect(Collectors.joining("\n")), cause);
        this.problems = List.copyOf(problems);
        this.soFar = soFar;
    }

    /** A script that was not run because of these. */
    static ScriptException unchecked(List<ScriptProblem> problems) {
        return new ScriptException(problems, ScriptResult.NOTHING, null);
    }

    /** A script that stopped. */
    static ScriptException stopped(List<ScriptProblem> where, ScriptResult soFar, Throwable cause) {
        return new ScriptException(where, soFar, cause);
    }

    /** What is wrong, in the order of the script; at least one. */
    public List<ScriptProblem> problems() {
        return problems;
    }

    /** Whether the script was refused before its first step; {@link #getCause} is null then. */
    public boolean isRefused() {
        return getCause() == null;
    }

    /** What the script had done when it stopped. */
    public ScriptResult soFar() {
        return soFar;
    }
}
