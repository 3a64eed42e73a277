package ehpc.script;

import ehpc.RunResult;
import java.io.IOException;

/** Shows the result of a {@code run} that stands alone in a script. */
@FunctionalInterface
public interface ResultPrinter {

    /** Gathered results as text: equal ones once, under the folded names of their nodes. */
    ResultPrinter GATHERED = RunResult::writeTo;

    /**
     * Writes a result.
     *
     * @param result what a command brought
     * @param out where the script's output goes
     * @throws IOException if it cannot be written
     */
    void print(RunResult result, Appendable out) throws IOException;
}
