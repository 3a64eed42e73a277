package ehpc.command;

/** The kind of construct around a position of a shell text. */
enum ShellFrame {
    SINGLE("inside '...'", "its value is quoted already", "close the quotes before it and open them again after it"),
    DOUBLE(
            "inside \"...\"",
            "its value is quoted already",
            "close the quotes before it, or write f=${...} first and $f here"),
    COMMENT("in a comment", "a new line in it would end the comment", "remove it"),
    DOCUMENT(
            "in a here-document",
            "its quotes would remain",
            "write f=${...} first and $f here, with an unquoted delimiter"),
    SUBSHELL,
    PROCESS,
    ARRAY,
    SUBSTITUTION,
    PATTERN,
    BRANCH;

    private final String where;
    private final String why;
    private final String help;

    ShellFrame(String where, String why, String help) {
        this.where = where;
        this.why = why;
        this.help = help;
    }

    ShellFrame() {
        this("", "", "");
    }

    /** Returns whether it is a kind of quotes, which allow no value. */
    boolean isQuote() {
        return !where.isEmpty();
    }

    String where() {
        return where;
    }

    /** Returns why it allows no value. */
    String why() {
        return why;
    }

    String help() {
        return help;
    }
}
