package ehpc.edit;

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
record Open(Kind kind, int at, String sign, Quote quote, List<Part> parts) {

    Open(Kind kind, int at, String sign, Quote quote) {
        this(kind, at, sign, quote, new ArrayList<>());
    }

    enum Kind {
        BRACKET,
        TEXT,
        INTERPOLATION,
        COMMENT
    }

    /** What would close it. */
    String closing() {
        return switch (kind) {
            case TEXT -> quote.closing();
            case COMMENT -> "*/";
            case INTERPOLATION -> "}";
            case BRACKET -> Brackets.closing(sign);
        };
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    /** Whether a bracket that is said to close closes this. */
    boolean isClosedBy(String close) {
        return (kind == Kind.BRACKET || kind == Kind.INTERPOLATION) && closing().equals(close);
    }

    /** Whether a line's end inside of it means nothing. */
    boolean joinsLines() {
        return kind == Kind.BRACKET && !sign.equals("{");
    }

    private static final class Brackets {
        private static String closing(String sign) {
            return switch (sign) {
                case "(" -> ")";
                case "{" -> "}";
                default -> "]";
            };
        }
    }
}
