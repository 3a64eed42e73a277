package ehpc.repl.internal.shell;

import java.util.function.BiFunction;

/**
 * A command of the shell itself, such as {@code /use}: no part of the language.
 *
 * @param form how it is written, such as {@code /use [CLUSTER]}
 * @param help what it does, in one line
 * @param action carries it out
 * @param completion what may stand in the argument up to the cursor; called while a key waits for it, so that it must not ask a service,
 *     nor the user
 */
public record ShellCommand(
        String form, String help, Action action, BiFunction<? super Shell, String, Suggestions> completion) {

    /** The action of a command. */
    @FunctionalInterface
    public interface Action {

        /**
         * Carries it out, on a thread that Ctrl-C interrupts. Whatever it throws is told as the command line tells it, and the shell goes
         * on; a {@link ehpc.repl.internal.failure.UsageException} is for what is wrong with the argument.
         *
         * @param shell what the command works on
         * @param argument what stands behind the name, without the blanks around it; empty where nothing does
         */
        void run(Shell shell, String argument) throws Exception;
    }

    /** A command whose argument is not completed. */
    public ShellCommand(String form, String help, Action action) {
        this(form, help, action, (shell, argument) -> Suggestions.NONE);
    }

    /** Its name, without the slash. */
    public String name() {
        return form.substring(1).split(" ", 2)[0];
    }
}
