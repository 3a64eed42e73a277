package ehpc.script.internal.compile;

import ehpc.script.ScriptProblem;
import java.util.List;

/** A script is wrong, and was not compiled. */
public final class CompilationFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<ScriptProblem> problems;

    CompilationFailed(List<ScriptProblem> problems) {
        super(null, null, false, false); // whoever asked the compiler tells the problems; nobody looks at the stack
        this.problems = List.copyOf(problems);
    }

    /** Returns everything that is wrong, in the order of the script. */
    public List<ScriptProblem> problems() {
        return problems;
    }
}
