package ehpc.syntax;

import java.util.List;

/**
 * Whether a text can be run as it stands, or goes on in a further line.
 *
 * @param missing what it still needs
 * @param open what waits for it: the bracket, quote or comment that was opened last, the operator or word at the end; empty when
 *     nothing is missing
 * @param indent how many blanks the next line should begin with
 * @param closingIndent how many blanks it should begin with when it begins with the bracket that closes the last one opened
 */
public record Completeness(Missing missing, String open, int indent, int closingIndent) {

    private static final int STEP = 4;

    /** What a text can still need. */
    public enum Missing {
        /** Nothing. The text need not be right: whatever is wrong with it, more lines do not help. */
        NOTHING,
        /** A bracket, brace or parenthesis that closes. */
        BRACKET,
        /** The end of a quoted text that may go over several lines. */
        QUOTE,
        /** The quote that ends a text on this line. A further line does not help: whoever reads decides what a line's end is then. */
        LINE_QUOTE,
        /** The end of a comment. */
        COMMENT,
        /** Something behind an operator, a dot or a comma. */
        OPERAND,
        /** The nodes behind {@code on}. */
        NODES,
        /** A value behind {@code from}, {@code timeout}, {@code tolerate} or {@code waves}. */
        VALUE,
        /** What is done under a condition, or again and again: behind {@code if (...)}, {@code else}, {@code for (...)}. */
        BODY,
        /** The line that a backslash at the end promises. */
        LINE
    }

    /**
     * Looks at a text, at whose end somebody asks for a new line.
     *
     * @param text any text, without the new line
     */
    public static Completeness of(String text) {
        return of(TokenizedText.of(text));
    }

    /** Returns the same of a text that was read. */
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

    /** Returns whether the text can be run, or refused, as it stands. */
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

    /** Groovy lets a slashy text go over lines too, but takes its slash for a division until the other one is there. */
    private static boolean goesOn(Quote quote) {
        return quote.isMultiLine() && quote != Quote.SLASHY;
    }

    /** Returns whether a text was not ended on its line, and that line has ended. */
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
        return StatementPart.of(read.parts(), head ? 2 : 1).said();
    }

    /** In how many lines brackets were opened that are still open. */
    private static int openLines(TokenizedText read) {
        return (int) read.open().stream()
                .filter(open ->
                        open.kind() == OpenDelimiter.Kind.BRACKET || open.kind() == OpenDelimiter.Kind.INTERPOLATION)
                .map(open -> read.text().substring(0, open.at()).lastIndexOf('\n'))
                .distinct()
                .count();
    }

    /** Returns whether the next line goes on with the statement of this one. */
    private static boolean further(TokenizedText read, Missing missing) {
        OpenDelimiter innermost = read.innermost();
        boolean statement = innermost == null || missing == Missing.BRACKET && !innermost.joinsLines();
        boolean trailing = Trailing.of(read.statement()) != Missing.NOTHING;
        return missing == Missing.LINE || statement && trailing && missing != Missing.NOTHING;
    }
}
