package ehpc.repl;

import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.terminal.Console;
import java.io.IOException;
import java.util.Locale;

/** Handles results that could not be written: a closed pipe is ignored, as in other tools; a full disk is reported. */
final class OutputFailure {

    private OutputFailure() {}

    /** Reports the failure; keeps an exit code that reports another one. */
    static int report(IOException lost, int code, Console console) {
        boolean readerGone = readerGone(lost, console);
        if (!readerGone) {
            console.printError("ehpc: standard output cannot be written: " + lost.getMessage());
        }
        if (code != ExitCode.OK.number()) {
            return code;
        }
        return (readerGone ? ExitCode.READER_GONE : ExitCode.FAILED).number();
    }

    /** The system's message may be in the user's language, so a pipe is also recognized by its name. */
    private static boolean readerGone(IOException lost, Console console) {
        return String.valueOf(lost.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")
                || console.terminals().outputIsPipe();
    }
}
