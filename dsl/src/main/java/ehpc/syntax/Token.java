package ehpc.syntax;

/**
 * A token of a text.
 *
 * @param source the complete text
 * @param kind its kind
 * @param from its start index
 * @param to its end index, exclusive; greater than from
 */
public record Token(String source, Kind kind, int from, int to) {

    /** The kind of a token. */
    public enum Kind {
        /** A word of the language, a name, or the name of a type. */
        WORD,
        /** A Groovy keyword, such as {@code def}, {@code if} or {@code true}. */
        KEYWORD,
        /** A number. */
        NUMBER,
        /** A comment: to the end of the line, between {@code /*} and its end, or a first line that begins with {@code #!}. */
        COMMENT,
        /** A quoted text, or its part before, between or after interpolations; quotes included. */
        TEXT,
        /** An unclosed quoted text, or its last part. */
        BROKEN,
        /** The <code>${</code>, the <code>$</code> or the closing brace of an interpolation; the content consists of separate tokens. */
        INTERPOLATION,
        /** An operator, a dot, a comma, a colon or a semicolon. */
        OPERATOR,
        /** An opening bracket, brace or parenthesis. */
        OPEN,
        /** A closing bracket, brace or parenthesis. */
        CLOSE,
        /** Spaces and tabs; a backslash at a line end, with that end. */
        BLANK,
        /** The end of a line. */
        LINE_END,
        /** Characters without meaning. */
        OTHER
    }

    /** Returns the text of the token. */
    public String text() {
        return source.substring(from, to);
    }

    /** Returns whether it has a meaning: not a space, a line end or a comment. */
    public boolean isMeant() {
        return kind != Kind.BLANK && kind != Kind.LINE_END && kind != Kind.COMMENT;
    }

    /** Returns whether its text is this one. */
    public boolean is(String wanted) {
        return to - from == wanted.length() && source.startsWith(wanted, from);
    }

    /** Returns whether it is a name, a word of the language or a keyword. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.KEYWORD;
    }
}
