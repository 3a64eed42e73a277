package ehpc.syntax;

/**
 * A piece of a statement: as a token, but what stands in brackets or quotes is one piece.
 *
 * @param kind what it is
 * @param from where it begins
 * @param to where it ends, exclusive
 */
public record StatementPart(Kind kind, int from, int to) {

    /** What a part can be. */
    public enum Kind {
        /** A name. */
        NAME,
        /** A word that Groovy keeps for itself. */
        KEYWORD,
        /** A number. */
        NUMBER,
        /** A quoted text. */
        TEXT,
        /** {@code (...)}. */
        PARENS,
        /** {@code [...]}. */
        INDEX,
        /** A block in braces. */
        BLOCK,
        /** An operator, a dot, a comma, a colon or a semicolon. */
        SIGN,
        /** Anything else. */
        OTHER;

        static Kind of(Token.Kind kind) {
            return switch (kind) {
                case WORD -> NAME;
                case KEYWORD -> KEYWORD;
                case NUMBER -> NUMBER;
                case OPERATOR -> SIGN;
                default -> OTHER;
            };
        }

        static Kind of(OpenDelimiter open) {
            return switch (open.closing()) {
                case ")" -> PARENS;
                case "]" -> INDEX;
                case "}" -> BLOCK;
                default -> TEXT;
            };
        }
    }

    /** The part's own text. */
    public String in(String text) {
        return text.substring(from, to);
    }

    /** Whether its text is this one. */
    public boolean is(String text, String wanted) {
        return to - from == wanted.length() && text.startsWith(wanted, from);
    }

    /** Whether it is of a kind. */
    public boolean is(Kind wanted) {
        return kind == wanted;
    }
}
