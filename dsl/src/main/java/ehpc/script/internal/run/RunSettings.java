package ehpc.script.internal.run;

import ehpc.RunResult;
import ehpc.script.ResultPrinter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a run is told besides what it runs and on which account. Immutable.
 *
 * @param environment variables that the script sees, and where secrets are looked up
 * @param output where results go and what the script prints
 * @param printer how results are shown
 * @param taker takes each result as soon as it is there; empty where the results are kept
 */
public record RunSettings(
        Map<String, String> environment,
        Appendable output,
        ResultPrinter printer,
        Optional<Consumer<RunResult>> taker) {

    /** Those of a run that was told nothing: the process's environment and standard output, results gathered and kept. */
    public static RunSettings usual() {
        return new RunSettings(System.getenv(), System.out, ResultPrinter.GATHERED, Optional.empty());
    }

    public RunSettings environment(Map<String, String> variables) {
        return new RunSettings(Map.copyOf(variables), output, printer, taker);
    }

    public RunSettings output(Appendable out) {
        return new RunSettings(environment, out, printer, taker);
    }

    public RunSettings printer(ResultPrinter results) {
        return new RunSettings(environment, output, results, taker);
    }

    public RunSettings taker(Consumer<RunResult> everyResult) {
        return new RunSettings(environment, output, printer, Optional.of(everyResult));
    }
}
