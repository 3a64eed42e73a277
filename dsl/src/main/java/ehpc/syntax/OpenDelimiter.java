package ehpc.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * An open delimiter of a text.
 *
 * @param kind its kind
 * @param at its position
 * @param sign the opening sign
 * @param quote the form of a text; null for anything else
 * @param parts the unfinished statement inside it; for a text, its current interpolation of a bare name
 */
public record OpenDelimiter(Kind kind, int at, String sign, Quote quote, List<StatementPart> parts) {

    OpenDelimiter(Kind kind, int at, String sign, Quote quote) {
        this(kind, at, sign, quote, new ArrayList<>());
    }

    /** The kind of a delimiter. */
    public enum Kind {
        /** A bracket, brace or parenthesis. */
        BRACKET,
        /** A quoted text. */
        TEXT,
        /** An interpolation in a text. */
        INTERPOLATION,
        /** A comment. */
        COMMENT
    }

    /** Returns the closing sign. */
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

    /** Returns whether a closing bracket closes it. */
    boolean isClosedBy(String close) {
        return (kind == Kind.BRACKET || kind == Kind.INTERPOLATION) && closing().equals(close);
    }

    /** Returns whether line ends inside it have no meaning. */
    public boolean joinsLines() {
        return kind == Kind.BRACKET && !sign.equals("{");
    }

    /** Returns an immutable copy. */
    OpenDelimiter finished() {
        return new OpenDelimiter(kind, at, sign, quote, List.copyOf(parts));
    }
}
