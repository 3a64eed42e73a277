package ehpc.repl;

/** The few colours, by what they mean. */
enum Color {
    GOOD("32"),
    BAD("31"),
    TITLE("1");

    private final String code;

    Color(String code) {
        this.code = code;
    }

    String on(String text) {
        return "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
