package ehpc.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that a text has opened and not closed.
 *
 * @param kind what it is
 * @param at where it begins
 * @param sign what opened it
 * @param quote the form of a text; null for anything else
 * @param parts the statement inside of it as far as it is written; of a text, the value in it that is written by its name
 */
public record OpenDelimiter(Kind kind, int at, String sign, Quote quote, List<StatementPart> parts) {

    OpenDelimiter(Kind kind, int at, String sign, Quote quote) {
        this(kind, at, sign, quote, new ArrayList<>());
    }

    /** What can be open. */
    public enum Kind {
        /** A bracket, brace or parenthesis. */
        BRACKET,
        /** A quoted text. */
        TEXT,
        /** A value in a text. */
        INTERPOLATION,
        /** A comment. */
        COMMENT
    }

    /** What would close it. */
    public String closing() {
        return switch (kind) {
            case TEXT -> quote.closing();
            case COMMENT -> "*/";
            case INTERPOLATION -> "}";
            case BRACKET ->
                switch (sign) {
                    case "(" -> ")";
                    case "{" -> "}";
                    default -> "]";
                };
        };
    }

    /** Returns whether it is a quoted text. */
    public boolean isText() {
        return kind == Kind.TEXT;
    }

    /** Returns whether a bracket that is said to close closes this. */
    boolean isClosedBy(String close) {
        return (kind == Kind.BRACKET || kind == Kind.INTERPOLATION) && closing().equals(close);
    }

    /** Returns whether a line's end inside of it means nothing. */
    public boolean joinsLines() {
        return kind == Kind.BRACKET && !sign.equals("{");
    }

    /** Returns the same for good: nothing is written on inside of it. */
    OpenDelimiter finished() {
        return new OpenDelimiter(kind, at, sign, quote, List.copyOf(parts));
    }
}
