package ehpc.command;

/**
 * Why a value must not stand at a place of a command, and how to say the same.
 *
 * @param where the place, as in "must not stand ..."
 * @param why the harm
 * @param help the way out, as in "write ..."
 * @param numbers whether a number, which holds nothing that a shell could run, may stand there
 */
record ShellObstacle(String where, String why, String help, boolean numbers) {

    /** The way out that most places have. */
    static final String FIRST = "write f=${...} first and \"$f\" here";

    private static final String MORE = "a shell could read more than one word there";
    private static final String RUN = "a shell runs or computes the text that it gets there";

    /** A place inside quotes or a comment. */
    static ShellObstacle quoted(String where, String why, String help) {
        return new ShellObstacle(where, why, help, false);
    }

    /** A place where the end of the word is not certain. */
    static ShellObstacle unsure(String where) {
        return unsure(where, FIRST);
    }

    static ShellObstacle unsure(String where, String help) {
        return new ShellObstacle(where, MORE, help, false);
    }

    /** A place whose text is read again by the shell. */
    static ShellObstacle evaluated(String where, String help) {
        return new ShellObstacle(where, RUN, help, false);
    }

    /** A place whose text some shells compute, so that it must be a number. */
    static ShellObstacle computed(String where) {
        return new ShellObstacle(where, RUN, "write ${... as int} where it is a number", true);
    }

    String message() {
        return "a ${...} must not stand " + where + ": " + why + "; " + help
                + ", or write ${raw(...)} to have it read as shell";
    }
}
