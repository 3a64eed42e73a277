package ehpc.repl.internal.terminal;

/** The colours by meaning. */
public enum Color {
    GOOD("32"),
    BAD("31"),
    TITLE("1"),
    FAINT("2"),
    WARNING("1;33");

    private final String code;

    Color(String code) {
        this.code = code;
    }

    public String on(String text) {
        return "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
