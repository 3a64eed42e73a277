package ehpc.repl;

/** A command of ehpc, such as {@code run}. */
interface Subcommand {

    /** Runs the command, prints its results and returns the exit code; an exception becomes one message and an exit code. */
    int execute(Invocation invocation) throws Exception;

    /** Returns whether the command itself starts a local service. */
    default boolean startsLocal() {
        return false;
    }
}
