package ehpc.command;

/**
 * The reason why a value is not allowed at a position of a command, and the alternative.
 *
 * @param where the position, as in "is not allowed ..."
 * @param why the harm
 * @param help the alternative, as in "write ..."
 * @param numbers whether a number is allowed, as a shell cannot run anything in it
 */
record ShellObstacle(String where, String why, String help, boolean numbers) {

    /** The alternative for most positions. */
    static final String FIRST = "write f=${...} first and \"$f\" here";

    private static final String MORE = "a shell could read it as more than one word";
    private static final String RUN = "a shell runs or computes the text there";

    /** Returns the obstacle for a position inside quotes or a comment. */
    static ShellObstacle quoted(String where, String why, String help) {
        return new ShellObstacle(where, why, help, false);
    }

    /** Returns the obstacle for a position where the end of the word is uncertain. */
    static ShellObstacle unsure(String where) {
        return unsure(where, FIRST);
    }

    static ShellObstacle unsure(String where, String help) {
        return new ShellObstacle(where, MORE, help, false);
    }

    /** Returns the obstacle for a position whose text the shell evaluates again. */
    static ShellObstacle evaluated(String where, String help) {
        return new ShellObstacle(where, RUN, help, false);
    }

    /** Returns the obstacle for a position that some shells evaluate as arithmetic, so that it must be a number. */
    static ShellObstacle computed(String where) {
        return new ShellObstacle(where, RUN, "write ${... as int} for a number", true);
    }

    String message() {
        return "a ${...} is not allowed " + where + ": " + why + "; " + help
                + ", or write ${raw(...)} to insert it as shell code";
    }
}
