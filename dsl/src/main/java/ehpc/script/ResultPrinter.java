package ehpc.script;

import ehpc.RunResult;
import java.io.IOException;

/** Prints the result of a bare {@code run} in a script. */
@FunctionalInterface
public interface ResultPrinter {

    /** Grouped results as text: equal ones once, under their folded node names. */
    ResultPrinter GATHERED = RunResult::writeTo;

    /**
     * Writes a result.
     *
     * @param result the result of a command
     * @param out the script's output
     * @throws IOException if it cannot be written
     */
    void print(RunResult result, Appendable out) throws IOException;
}
