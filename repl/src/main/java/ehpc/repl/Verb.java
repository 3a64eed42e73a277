package ehpc.repl;

/** A command of ehpc, such as {@code run}: its options and operands are its annotated fields. */
interface Verb {

    /** Does the work, prints its results and gives the exit code; what it throws becomes one message and an exit code. */
    int execute(Invocation invocation) throws Exception;

    /** Returns whether it starts a local service of its own accord. */
    default boolean startsLocal() {
        return false;
    }
}
