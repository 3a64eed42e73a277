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

/** Reports failures, for people who watch them happen. */
final class ErrorReporter {

    private final Console console;
    private final Settings settings;
    private final Function<? super Remedy, String> advice;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param advice phrases the remedies of a failure */
    ErrorReporter(Console console, Settings settings, Function<? super Remedy, String> advice) {
        this.advice = advice;
        this.console = console;
        this.settings = settings;
    }

    /**
     * Tells of what failed in the background, where nobody waits for it. That the service does not answer there is no news: it is asked
     * again. A mistake in ehpc is told once, it may come back with each key.
     */
    void tellOnce(Throwable failure) {
        if (Failures.isUnexpected(failure) && told.add(failure.toString())) {
            tell(failure);
        }
    }

    void tell(Throwable failure) {
        boolean colored = console.colored(settings.color());
        for (String message : Failures.messages(failure, console.messageWidth(), advice)) {
            console.complain(message, head -> colored ? Color.BAD.on(head) : head);
        }
        if (settings.debug() && !isMistyped(failure)) {
            failure.printStackTrace(console.err());
        }
    }

    /** Returns whether it comes directly from input, not from code of a program. */
    private static boolean isMistyped(Throwable failure) {
        return failure instanceof UsageException
                || failure instanceof InputException
                || failure instanceof ScriptException
                        && (failure.getCause() == null || failure.getCause() instanceof NotApproved);
    }
}
