package ehpc.repl.internal.shell;

/** A command of the shell itself, such as {@code /use}: no part of the language. */
public interface ShellCommand {

    /** Its name, without the slash. */
    String name();

    /** How it is written, such as {@code /use [CLUSTER]}. */
    String form();

    /** What it does, in one line. */
    String help();

    /**
     * Carries it out, on a thread that Ctrl-C interrupts. Whatever it throws is told as the command line tells it, and the shell goes on;
     * a {@link ehpc.repl.internal.failure.UsageException} is for what is wrong with the argument.
     *
     * @param shell what the command works on
     * @param argument what stands behind the name, without the blanks around it; empty where nothing does
     */
    void run(Shell shell, String argument) throws Exception;

    /**
     * What may stand in the argument at the cursor. Called while a key waits for it: it must not ask a service, nor the user.
     *
     * @param shell what the command works on
     * @param argument the argument up to the cursor, without the blanks before it
     */
    default Suggestions complete(Shell shell, String argument) {
        return Suggestions.NONE;
    }
}
