package ehpc.syntax;

import java.util.List;

/**
 * A part of a statement: like a token, but a pair of brackets or quotes is a single part.
 *
 * @param source the complete text
 * @param kind its kind
 * @param from its start index
 * @param to its end index, exclusive
 */
public record StatementPart(String source, Kind kind, int from, int to) {

    /** Represents a missing part: kind OTHER and no text. */
    public static final StatementPart NONE = new StatementPart("", Kind.OTHER, 0, 0);

    /** The kind of a part. */
    public enum Kind {
        /** A name. */
        NAME,
        /** A Groovy keyword. */
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
     * Returns a part of a statement, counted from its end; {@link #NONE} if there are fewer.
     *
     * @param back 1 for the last part
     */
    public static StatementPart of(List<StatementPart> statement, int back) {
        return back > statement.size() ? NONE : statement.get(statement.size() - back);
    }

    /** Returns the text of the part. */
    public String text() {
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
