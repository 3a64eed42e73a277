package ehpc.syntax;

import java.util.List;

/**
 * Whether a text is complete, or continues on another line.
 *
 * @param missing the missing part
 * @param open the text that needs it: the bracket, quote or comment opened last, or the operator or word at the end; empty if complete
 * @param indent the indent of the next line, in spaces
 * @param closingIndent the indent of a next line that begins with the bracket closing the last open one
 */
public record Completeness(Missing missing, String open, int indent, int closingIndent) {

    private static final int STEP = 4;

    /** The missing part of a text. */
    public enum Missing {
        /** Nothing. The text may have errors that further lines cannot correct. */
        NOTHING,
        /** A closing bracket, brace or parenthesis. */
        BRACKET,
        /** The end of a multi-line quoted text. */
        QUOTE,
        /** The quote that ends a text on this line. A further line does not help; the caller decides on the meaning of the line end. */
        LINE_QUOTE,
        /** The end of a comment. */
        COMMENT,
        /** An operand after an operator, a dot or a comma. */
        OPERAND,
        /** The nodes after {@code on}. */
        NODES,
        /** A value after {@code from}, {@code timeout}, {@code tolerate} or {@code waves}. */
        VALUE,
        /** A statement or block after {@code if (...)}, {@code else}, {@code for (...)}. */
        BODY,
        /** The line that a backslash at the end continues on. */
        LINE
    }

    /**
     * Checks a text at whose end a new line is requested.
     *
     * @param text any text, without the new line
     */
    public static Completeness of(String text) {
        return of(TokenizedText.of(text));
    }

    /** Checks a tokenized text. */
    public static Completeness of(TokenizedText read) {
        Missing missing = missing(read);
        int lines = openLines(read);
        boolean plain = missing == Missing.NOTHING || missing == Missing.QUOTE || missing == Missing.LINE_QUOTE;
        int further = further(read, missing) ? STEP : 0;
        return new Completeness(
                missing,
                missing == Missing.NOTHING ? "" : open(read, missing),
                plain ? 0 : lines * STEP + further,
                plain ? 0 : Math.max(0, lines - 1) * STEP);
    }

    /** Returns whether the text can be run, or refused, without further lines. */
    public boolean isComplete() {
        return missing == Missing.NOTHING;
    }

    /** Returns whether a further line can complete the text. */
    public boolean wantsLine() {
        return missing != Missing.NOTHING && missing != Missing.LINE_QUOTE;
    }

    private static Missing missing(TokenizedText read) {
        OpenDelimiter innermost = read.innermost();
        if (read.stray() || isBrokenBefore(read)) {
            return Missing.NOTHING;
        }
        if (endsInBackslash(read)) {
            return Missing.LINE;
        }
        if (innermost == null) {
            return Trailing.of(read.parts());
        }
        return switch (innermost.kind()) {
            case COMMENT -> Missing.COMMENT;
            case BRACKET, INTERPOLATION -> Missing.BRACKET;
            case TEXT -> goesOn(innermost.quote()) ? Missing.QUOTE : Missing.LINE_QUOTE;
        };
    }

    /** Groovy also allows a slashy text over several lines, but reads its slash as a division until the closing one is present. */
    private static boolean goesOn(Quote quote) {
        return quote.isMultiLine() && quote != Quote.SLASHY;
    }

    /** Returns whether a text was not closed on its line, and that line has ended. */
    private static boolean isBrokenBefore(TokenizedText read) {
        int end = read.text().length();
        return read.tokens().stream().anyMatch(token -> token.kind() == Token.Kind.BROKEN && token.to() < end);
    }

    private static boolean endsInBackslash(TokenizedText read) {
        List<Token> tokens = read.tokens();
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        return last != null && last.kind() == Token.Kind.OTHER && last.is("\\");
    }

    private static String open(TokenizedText read, Missing missing) {
        if (missing == Missing.LINE) {
            return "\\";
        }
        if (read.innermost() != null) {
            return read.innermost().sign();
        }
        boolean head =
                missing == Missing.BODY && StatementPart.of(read.parts(), 1).is(StatementPart.Kind.PARENS);
        return StatementPart.of(read.parts(), head ? 2 : 1).text();
    }

    /** Returns the number of lines with brackets that are still open. */
    private static int openLines(TokenizedText read) {
        return (int) read.open().stream()
                .filter(open ->
                        open.kind() == OpenDelimiter.Kind.BRACKET || open.kind() == OpenDelimiter.Kind.INTERPOLATION)
                .map(open -> read.text().substring(0, open.at()).lastIndexOf('\n'))
                .distinct()
                .count();
    }

    /** Returns whether the next line continues the statement of this one. */
    private static boolean further(TokenizedText read, Missing missing) {
        OpenDelimiter innermost = read.innermost();
        boolean statement = innermost == null || missing == Missing.BRACKET && !innermost.joinsLines();
        boolean trailing = Trailing.of(read.statement()) != Missing.NOTHING;
        return missing == Missing.LINE || statement && trailing && missing != Missing.NOTHING;
    }
}
