package ehpc.edit;

/**
 * A piece of a statement: as a token, but what stands in brackets or quotes is one piece.
 *
 * @param kind what it is
 * @param from where it begins
 * @param to where it ends, exclusive
 */
record Part(Kind kind, int from, int to) {

    enum Kind {
        NAME,
        KEYWORD,
        NUMBER,
        TEXT,
        /** {@code (...)}. */
        PARENS,
        /** {@code [...]}. */
        INDEX,
        /** A block in braces. */
        BLOCK,
        SIGN,
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

        static Kind of(Open open) {
            return switch (open.closing()) {
                case ")" -> PARENS;
                case "]" -> INDEX;
                case "}" -> BLOCK;
                default -> TEXT;
            };
        }
    }

    String in(String text) {
        return text.substring(from, to);
    }

    boolean is(String text, String wanted) {
        return to - from == wanted.length() && text.startsWith(wanted, from);
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
