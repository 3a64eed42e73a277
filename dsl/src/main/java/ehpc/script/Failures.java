package ehpc.script;

import ehpc.InputException;
import ehpc.RunFailedException;
import ehpc.api.ApiException;
import ehpc.api.InvalidRequestException;
import ehpc.api.UnknownOperationException;
import ehpc.dsl.NotBegunException;
import java.util.ArrayList;
import java.util.List;

/** Tells a failure of a running script in the words of the script: its line, what was asked, and what to do next. */
final class Failures {

    private Failures() {}

    /** The failure, and those of other branches that came with it. */
    static List<ScriptProblem> problems(Source source, Class<?> script, Throwable failure) {
        List<ScriptProblem> problems = new ArrayList<>();
        problems.add(problem(source, script, failure));
        for (Throwable other : failure.getSuppressed()) {
            if (isTold(other)) {
                problems.add(problem(source, script, other));
            }
        }
        return problems;
    }

    private static ScriptProblem problem(Source source, Class<?> script, Throwable failure) {
        String message = isTold(failure) ? failure.getMessage() : Raised.message(failure, script);
        int line = line(script, failure);
        return source.problem(line, 0, Finding.of(Rule.STOPPED, message)).with(Advice.on(failure));
    }

    /** Whether a failure speaks for itself. */
    private static boolean isTold(Throwable failure) {
        return failure instanceof InputException
                || failure instanceof RunFailedException
                || failure instanceof ApiException
                || failure instanceof InvalidRequestException
                || failure instanceof UnknownOperationException
                || failure instanceof NotBegunException;
    }

    /** The innermost line of the script that was being executed; 0 when there is none. */
    static int line(Class<?> script, Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            boolean own = frame.getClassName().equals(script.getName())
                    || frame.getClassName().startsWith(script.getName() + "$")
                    || ScriptCompiler.FILE.equals(frame.getFileName());
            if (own && frame.getLineNumber() > 0) {
                return frame.getLineNumber();
            }
        }
        return 0;
    }
}
