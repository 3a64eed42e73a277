package ehpc.repl.internal.shell;

import java.util.function.BiFunction;

/**
 * A command of the shell, such as {@code /use}, which is not part of the language.
 *
 * @param form its syntax, such as {@code /use [CLUSTER]}
 * @param help its description, in one line
 * @param action its action
 * @param completion returns suggestions for the argument up to the cursor; must return immediately, without a request to the service or a
 *     question
 */
public record ShellCommand(
        String form, String help, Action action, BiFunction<? super Shell, String, Suggestions> completion) {

    /** The action of a command. */
    @FunctionalInterface
    public interface Action {

        /**
         * Runs the command in a thread that Ctrl-C interrupts. The shell reports an exception and continues; an invalid argument raises a
         * {@link ehpc.repl.internal.failure.UsageException}.
         *
         * @param shell the shell
         * @param argument the text after the name, without blanks around it; may be empty
         */
        void run(Shell shell, String argument) throws Exception;
    }

    /** Creates a command without completion of its argument. */
    public ShellCommand(String form, String help, Action action) {
        this(form, help, action, (shell, argument) -> Suggestions.NONE);
    }

    /** Returns the name, without the slash. */
    public String name() {
        return form.substring(1).split(" ", 2)[0];
    }
}
