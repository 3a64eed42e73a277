package ehpc.syntax;

/** The forms of a quoted text. */
public enum Quote {
    /** {@code 'text'}, on one line. */
    SINGLE("'", "'", false, false),
    /** {@code "text"}, on one line, with interpolations. */
    DOUBLE("\"", "\"", false, true),
    /** {@code '''text'''}. */
    TRIPLE_SINGLE("'''", "'''", true, false),
    /** {@code """text"""}, with interpolations. */
    TRIPLE_DOUBLE("\"\"\"", "\"\"\"", true, true),
    /** {@code /text/}, with interpolations. */
    SLASHY("/", "/", true, true),
    /** {@code $/text/$}, with interpolations. */
    DOLLAR_SLASHY("$/", "/$", true, true);

    private final String opening;
    private final String closing;
    private final boolean multiLine;
    private final boolean interpolating;

    Quote(String opening, String closing, boolean multiLine, boolean interpolating) {
        this.opening = opening;
        this.closing = closing;
        this.multiLine = multiLine;
        this.interpolating = interpolating;
    }

    /** Returns the opening quote. */
    public String opening() {
        return opening;
    }

    /** Returns the closing quote. */
    public String closing() {
        return closing;
    }

    /** Returns whether the text may span several lines. */
    public boolean isMultiLine() {
        return multiLine;
    }

    /** Returns whether <code>${value}</code> is an interpolation in it. */
    public boolean isInterpolating() {
        return interpolating;
    }

    /** Returns whether it is a form with slashes. */
    public boolean isSlashed() {
        return this == SLASHY || this == DOLLAR_SLASHY;
    }

    /** Returns the length of an escape sequence at a position inside it; 0 if there is none. */
    public int escaped(String text, int at) {
        char here = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        return switch (this) {
            case SLASHY -> here == '\\' && next == '/' ? 2 : 0;
            case DOLLAR_SLASHY -> here == '$' && (next == '$' || next == '/') ? 2 : 0;
            default ->
                here == '\\' && at + 1 < text.length() ? next == '\r' && text.startsWith("\n", at + 2) ? 3 : 2 : 0;
        };
    }

    /** Returns the length of the closing quote at a position inside it; 0 if there is none. */
    public int ends(String text, int at) {
        if (this == SLASHY && text.startsWith("$/", at)) {
            return 2;
        }
        if (!text.startsWith(closing, at)) {
            return 0;
        }
        return closing.length() == 3 && isQuoteBeforeEnd(text, at) ? 0 : closing.length();
    }

    /** Of four or five quotes in a row, the last three close a text; six close one and open the next. */
    private boolean isQuoteBeforeEnd(String text, int at) {
        char quote = closing.charAt(0);
        int row = 3;
        while (row < 6 && at + row < text.length() && text.charAt(at + row) == quote) {
            row++;
        }
        return row == 4 || row == 5;
    }
}
