package ehpc.repl.internal.shell;

import ehpc.Remedy;
import ehpc.api.InputException;
import ehpc.plan.NotApproved;
import ehpc.repl.internal.failure.Failures;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.terminal.Color;
import ehpc.repl.internal.terminal.Console;
import ehpc.script.ScriptException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Reports failures to the user of a shell. */
final class ErrorReporter {

    private final Console console;
    private final Settings settings;
    private final Function<? super Remedy, String> advice;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /** @param advice converts a remedy to text */
    ErrorReporter(Console console, Settings settings, Function<? super Remedy, String> advice) {
        this.advice = advice;
        this.console = console;
        this.settings = settings;
    }

    /**
     * Reports a failure of the background. Failures of the service are ignored, because the request is repeated. A bug in ehpc is reported
     * once, because it may recur with each key.
     */
    void reportOnce(Throwable failure) {
        if (Failures.isUnexpected(failure) && reported.add(failure.toString())) {
            report(failure);
        }
    }

    void report(Throwable failure) {
        boolean colored = console.colored(settings.color());
        for (String message : Failures.messages(failure, console.messageWidth(), advice)) {
            console.printError(message, head -> colored ? Color.BAD.on(head) : head);
        }
        if (settings.debug() && !isInputError(failure)) {
            console.printStackTrace(failure);
        }
    }

    /** Returns whether the failure is an error in the input, for which a stack trace has no information. */
    private static boolean isInputError(Throwable failure) {
        return failure instanceof UsageException
                || failure instanceof InputException
                || failure instanceof ScriptException
                        && (failure.getCause() == null || failure.getCause() instanceof NotApproved);
    }
}
