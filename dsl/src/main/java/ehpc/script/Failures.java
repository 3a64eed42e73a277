package ehpc.script;

import ehpc.InputException;
import ehpc.RunFailedException;
import ehpc.api.ApiException;
import ehpc.api.InvalidRequestException;
import ehpc.api.UnknownOperationException;

/** Tells a failure of a running script in the words of the script: its line and what was asked. */
final class Failures {

    private Failures() {}

    static ScriptProblem problem(Source source, Class<?> script, Throwable failure) {
        return source.problem(line(script, failure), 0, message(failure));
    }

    /** The innermost line of the script that was being executed; 0 when there is none. */
    private static int line(Class<?> script, Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            boolean own = frame.getClassName().equals(script.getName())
                    || frame.getClassName().startsWith(script.getName() + "$");
            if (own && frame.getLineNumber() > 0) {
                return frame.getLineNumber();
            }
        }
        return 0;
    }

    private static String message(Throwable failure) {
        boolean told = failure instanceof InputException
                || failure instanceof RunFailedException
                || failure instanceof ApiException
                || failure instanceof InvalidRequestException
                || failure instanceof UnknownOperationException;
        if (told) {
            return failure.getMessage();
        }
        String name = failure.getClass().getSimpleName();
        String text = failure.getMessage();
        return "the script raised " + name + (text == null || text.isBlank() ? "" : ": " + text.strip());
    }
}
