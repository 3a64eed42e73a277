package ehpc.repl.internal.journal;

import ehpc.EhpcClient;
import ehpc.RunResult;
import ehpc.journal.JournaledRun;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.result.RunOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The results of a run that are collected later, and their output. */
public final class MissingResults {

    private MissingResults() {}

    /**
     * Collects and prints the missing results of a run, each as soon as it is complete.
     *
     * @return the exit code that they result in
     */
    public static ExitCode collect(JournaledRun run, EhpcClient ehpc, RunOutput output) {
        List<RunResult> results = new ArrayList<>();
        run.collect(ehpc, result -> {
            results.add(result);
            print(result, output);
        });
        return code(results);
    }

    /** Prints a result. */
    public static void print(RunResult result, RunOutput output) {
        output.ran(result);
        try {
            output.printer().print(result, output.prints());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the exit code for results that no script checks. */
    public static ExitCode code(List<RunResult> results) {
        if (results.stream().anyMatch(RunResult::isUnknown)) {
            return ExitCode.UNKNOWN;
        }
        return results.stream().anyMatch(RunResult::isFailed) ? ExitCode.FAILED : ExitCode.OK;
    }
}
