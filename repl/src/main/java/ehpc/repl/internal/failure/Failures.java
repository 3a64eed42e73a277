package ehpc.repl.internal.failure;

import ehpc.ChangeException;
import ehpc.Remedy;
import ehpc.RunFailedException;
import ehpc.api.ApiException;
import ehpc.api.ErrorCategory;
import ehpc.api.InputException;
import ehpc.api.InvalidRequestException;
import ehpc.api.UnknownOperationException;
import ehpc.journal.JournalException;
import ehpc.journal.ResumeRefusedException;
import ehpc.local.ExecutionMode;
import ehpc.local.ExecutionUnavailableException;
import ehpc.local.LocalServiceException;
import ehpc.node.EmptyNodeSetException;
import ehpc.plan.EffectRefused;
import ehpc.plan.NotApproved;
import ehpc.plan.PlanRefusedException;
import ehpc.repl.internal.faults.FaultFileException;
import ehpc.repl.internal.terminal.Console;
import ehpc.script.ScriptException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Converts every failure to a message and an exit code. */
public final class Failures {

    private static final String UNEXPECTED = "unexpected error, a bug in ehpc: ";

    private final Console console;
    private final boolean debug;
    private final Function<? super Remedy, String> advice;

    /**
     * @param advice converts a remedy to text
     */
    public Failures(Console console, boolean debug, Function<? super Remedy, String> advice) {
        this.console = console;
        this.debug = debug;
        this.advice = advice;
    }

    /** Prints the messages of a failure and returns its exit code. */
    public ExitCode report(Throwable failure) {
        if (!console.isEnding() || isLeftOpen(failure)) {
            lines(failure).forEach(console::printError);
            if (debug) {
                console.printStackTrace(failure);
            }
        }
        return code(failure);
    }

    /** Returns whether the outcome of a sent request is unknown: reported even if a signal ends the process, unlike other failures. */
    private static boolean isLeftOpen(Throwable failure) {
        Throwable cause =
                failure instanceof ScriptException script && !script.isRefused() ? script.getCause() : failure;
        return Stream.concat(Stream.of(cause), Arrays.stream(cause.getSuppressed()))
                .anyMatch(one -> one instanceof RunFailedException
                        || one instanceof ApiException call && call.mayHaveHappened()
                        || one instanceof ChangeException change && change.isOpen());
    }

    private List<String> lines(Throwable failure) {
        boolean placed = failure instanceof ScriptException || failure instanceof FaultFileException;
        String prefix = placed ? "" : "ehpc: ";
        return messages(failure, console.messageWidth(), advice).stream()
                .map(line -> prefix + line)
                .toList();
    }

    /**
     * Returns the messages of a failure, one for each problem, of one or more lines.
     *
     * @param width the maximum columns of a quoted line of the script
     * @param advice converts a remedy to text
     */
    public static List<String> messages(Throwable failure, int width, Function<? super Remedy, String> advice) {
        if (failure instanceof ScriptException script) {
            return script.problems().stream()
                    .map(problem -> problem.format(width, advice))
                    .toList();
        }
        if (failure instanceof ApiException call) {
            return List.of(call.getMessage() + next(call, advice));
        }
        if (failure instanceof ChangeException) {
            return List.of(failure.getMessage());
        }
        if (failure instanceof RunFailedException) {
            return List.of(failure.getMessage() + advised(failure, advice));
        }
        if (failure instanceof UsageException usage) {
            return usage.lines();
        }
        if (failure instanceof FaultFileException file) {
            return file.lines();
        }
        if (failure instanceof PlanRefusedException refused) {
            return refused(refused);
        }
        if (failure instanceof InvalidRequestException invalid) {
            return invalid.problems().stream()
                    .map(problem -> invalid.operation() + ": " + problem.message())
                    .toList();
        }
        if (failure instanceof ExecutionUnavailableException missing && missing.requested() != ExecutionMode.HOST) {
            return List.of(failure.getMessage()
                    + "\n  next: --local-exec host runs commands as plain processes, which can change your files");
        }
        if (isUsage(failure)) {
            return List.of(failure.getMessage() + advised(failure, advice));
        }
        if (failure instanceof OutOfMemoryError) {
            return List.of(
                    "out of memory: " + failure.getMessage() + "; increase it, such as with EHPC_JAVA_OPTS=-Xmx2g");
        }
        return List.of(UNEXPECTED + failure + "; --debug shows the stack trace");
    }

    /** Returns the advice on a failed call; none for most refusals, whose message is the service's. */
    private static String next(ApiException call, Function<? super Remedy, String> advice) {
        if (call.kind() == ApiException.Kind.REFUSED && call.category() != ErrorCategory.CLOCK) {
            return "";
        }
        return advised(call, advice);
    }

    private static String advised(Throwable failure, Function<? super Remedy, String> advice) {
        return Remedy.of(failure).stream()
                .map(advice)
                .filter(words -> !words.isEmpty())
                .distinct()
                .map("\n  next: "::concat)
                .collect(Collectors.joining());
    }

    /** Returns whether the failure is a bug in ehpc. */
    public static boolean isUnexpected(Throwable failure) {
        return messages(failure, 0, Remedy::text).stream().anyMatch(message -> message.startsWith(UNEXPECTED));
    }

    private static List<String> refused(PlanRefusedException refused) {
        List<String> lines = new ArrayList<>(refused.reasons());
        lines.add(
                refused.changed()
                        ? "the earlier steps were carried out, this one and the later ones were not"
                        : "nothing was sent; create a new plan with ehpc plan");
        return lines;
    }

    /** Returns the exit code of work that failed: that of the failure, unless the time for the work was over. */
    public static int code(Throwable failure, Console console) {
        return code(code(failure).number(), console);
    }

    /** Returns the exit code of work that ended, unless it was incomplete because its time was over. */
    public static int code(int code, Console console) {
        return console.isLate() && code != ExitCode.OK.number() ? ExitCode.DEADLINE.number() : code;
    }

    /** Returns the exit code of a failure. */
    public static ExitCode code(Throwable failure) {
        if (failure instanceof ScriptException script) {
            return script.isRefused() ? ExitCode.USAGE : stopped(script);
        }
        return code(failure, false);
    }

    /** If several blocks failed at the same time, one with an unknown outcome decides, otherwise the first. */
    private static ExitCode stopped(ScriptException script) {
        boolean changed = script.soFar().changed();
        boolean unknown = Arrays.stream(script.getCause().getSuppressed())
                .anyMatch(other -> code(other, changed) == ExitCode.UNKNOWN);
        return unknown ? ExitCode.UNKNOWN : code(script.getCause(), changed);
    }

    /** Returns the exit code of a failure; it depends on whether anything was changed before. */
    private static ExitCode code(Throwable failure, boolean changed) {
        if (failure instanceof ApiException api && api.mayHaveHappened()) {
            return ExitCode.UNKNOWN;
        }
        if (failure instanceof ChangeException change) {
            return change.isOpen() ? ExitCode.UNKNOWN : ExitCode.FAILED;
        }
        if (failure instanceof RunFailedException run && run.result().isUnknown()) {
            return ExitCode.UNKNOWN;
        }
        if (failure instanceof EmptyNodeSetException
                || failure instanceof PlanRefusedException
                || failure instanceof ResumeRefusedException
                || failure instanceof NotApproved
                || failure instanceof EffectRefused) {
            return ExitCode.STOPPED;
        }
        if (changed) {
            return ExitCode.FAILED;
        }
        if (failure instanceof ApiException) {
            return ExitCode.NOT_DONE;
        }
        return isUsage(failure) ? ExitCode.USAGE : ExitCode.FAILED;
    }

    private static boolean isUsage(Throwable failure) {
        return failure instanceof UsageException
                || failure instanceof FaultFileException
                || failure instanceof InvalidRequestException
                || failure instanceof UnknownOperationException
                || failure instanceof InputException
                || failure instanceof LocalServiceException
                || failure instanceof JournalException
                || failure instanceof ResumeRefusedException
                || failure instanceof ExecutionUnavailableException;
    }
}
