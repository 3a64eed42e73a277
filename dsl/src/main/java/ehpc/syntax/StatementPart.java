package ehpc.syntax;

import java.util.List;

/**
 * A piece of a statement: as a token, but what stands in brackets or quotes is one piece.
 *
 * @param source the text that it is a piece of
 * @param kind what it is
 * @param from where it begins
 * @param to where it ends, exclusive
 */
public record StatementPart(String source, Kind kind, int from, int to) {

    /** In place of one that is not there: it is nothing in particular and has no text. */
    public static final StatementPart NONE = new StatementPart("", Kind.OTHER, 0, 0);

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

    /**
     * Returns a part of a statement, counted from its end; {@link #NONE} where there are not so many.
     *
     * @param back 1 for the last part
     */
    public static StatementPart of(List<StatementPart> statement, int back) {
        return back > statement.size() ? NONE : statement.get(statement.size() - back);
    }

    /** Returns the part's own text. */
    public String said() {
        return source.substring(from, to);
    }

    /** Returns whether its text is this one. */
    public boolean is(String wanted) {
        return to - from == wanted.length() && source.startsWith(wanted, from);
    }

    /** Returns whether it is of a kind. */
    public boolean is(Kind wanted) {
        return kind == wanted;
    }
}
