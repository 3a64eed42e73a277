package ehpc.script.internal.compile;

import ehpc.script.ScriptProblem;
import java.util.List;

/** A script has errors and was not compiled. */
public final class CompilationFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<ScriptProblem> problems;

    CompilationFailed(List<ScriptProblem> problems) {
        super(null, null, false, false); // the caller reports the problems; the stack is never used
        this.problems = List.copyOf(problems);
    }

    /** Returns all problems, in the order of the script. */
    public List<ScriptProblem> problems() {
        return problems;
    }
}
