package ehpc.repl.internal.failure;

import ehpc.Remedy;
import ehpc.RunFailedException;
import ehpc.api.ApiException;
import ehpc.api.ErrorCategory;
import ehpc.api.InputException;
import ehpc.api.InvalidRequestException;
import ehpc.api.UnknownOperationException;
import ehpc.local.ExecutionMode;
import ehpc.local.ExecutionUnavailableException;
import ehpc.local.LocalServiceException;
import ehpc.node.EmptyNodeSetException;
import ehpc.plan.EffectRefused;
import ehpc.plan.PlanRefusedException;
import ehpc.repl.internal.terminal.Console;
import ehpc.script.ScriptException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns everything that can go wrong into one clear message and an exit code. */
public final class Failures {

    private static final String UNEXPECTED = "unexpected error, which must be a mistake in ehpc: ";

    private final Console console;
    private final boolean debug;
    private final Function<? super Remedy, String> advice;

    /**
     * @param advice says what may be done about a failure
     */
    public Failures(Console console, boolean debug, Function<? super Remedy, String> advice) {
        this.console = console;
        this.debug = debug;
        this.advice = advice;
    }

    /** Says what went wrong. */
    public ExitCode tell(Throwable failure) {
        if (!console.isEnding() || isLeftOpen(failure)) {
            lines(failure).forEach(console::complain);
            if (debug) {
                failure.printStackTrace(console.err());
            }
        }
        return code(failure);
    }

    /** Returns whether something was sent of which it is not known what came of it. Whoever ended the process knows the rest. */
    private static boolean isLeftOpen(Throwable failure) {
        Throwable cause =
                failure instanceof ScriptException script && !script.isRefused() ? script.getCause() : failure;
        return Stream.concat(Stream.of(cause), Arrays.stream(cause.getSuppressed()))
                .anyMatch(one -> one instanceof RunFailedException
                        || one instanceof ApiException call && call.mayHaveHappened());
    }

    private List<String> lines(Throwable failure) {
        String who = failure instanceof ScriptException ? "" : "ehpc: ";
        return messages(failure, console.messageWidth(), advice).stream()
                .map(line -> who + line)
                .toList();
    }

    /**
     * What to tell of a failure: a text for each thing that is wrong, of one line or more.
     *
     * @param width the columns that a script's line may take
     * @param advice says what may be done about it
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
        if (failure instanceof UsageException usage) {
            return usage.lines();
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
                    "the JVM must have more memory, such as EHPC_JAVA_OPTS=-Xmx2g gives: " + failure.getMessage());
        }
        return List.of(UNEXPECTED + failure + "; --debug shows where");
    }

    /** What to do about a call that failed for what is the matter here, or that may have been carried out. */
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
                .map("\n  next: "::concat)
                .collect(Collectors.joining());
    }

    /** Returns whether it is a mistake in ehpc, or nothing that a user or the service could have prevented. */
    public static boolean isUnexpected(Throwable failure) {
        return messages(failure, 0, Remedy::text).stream().anyMatch(message -> message.startsWith(UNEXPECTED));
    }

    private static List<String> refused(PlanRefusedException refused) {
        List<String> lines = new ArrayList<>(refused.reasons());
        lines.add(
                refused.changed()
                        ? "the steps before were carried out, this one and those behind it were not"
                        : "nothing was sent; make the plan anew with ehpc plan");
        return lines;
    }

    private static ExitCode code(Throwable failure) {
        if (failure instanceof ScriptException script) {
            return script.isRefused() ? ExitCode.USAGE : stopped(script);
        }
        return code(failure, false);
    }

    /** Of several blocks that failed at the same time, one whose outcome is not known decides, else the first. */
    private static ExitCode stopped(ScriptException script) {
        boolean changed = script.soFar().changed();
        boolean unknown = Arrays.stream(script.getCause().getSuppressed())
                .anyMatch(other -> code(other, changed) == ExitCode.UNKNOWN);
        return unknown ? ExitCode.UNKNOWN : code(script.getCause(), changed);
    }

    /** Returns the exit code of what stopped ehpc, by whether something had been changed before. */
    private static ExitCode code(Throwable failure, boolean changed) {
        if (failure instanceof ApiException api && api.mayHaveHappened()) {
            return ExitCode.UNKNOWN;
        }
        if (failure instanceof RunFailedException run && run.result().isUnknown()) {
            return ExitCode.UNKNOWN;
        }
        if (failure instanceof EmptyNodeSetException
                || failure instanceof PlanRefusedException
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
                || failure instanceof InvalidRequestException
                || failure instanceof UnknownOperationException
                || failure instanceof InputException
                || failure instanceof LocalServiceException
                || failure instanceof ExecutionUnavailableException;
    }
}
