package ehpc.syntax;

/**
 * A piece of a text.
 *
 * @param source the text that it is a piece of
 * @param kind what it is
 * @param from where it begins, an index into the text
 * @param to where it ends, exclusive; greater than from
 */
public record Token(String source, Kind kind, int from, int to) {

    /** What a token can be. */
    public enum Kind {
        /** A word of the language, a name, or the name of a type. */
        WORD,
        /** A word that Groovy keeps for itself, such as {@code def}, {@code if} or {@code true}. */
        KEYWORD,
        /** A number. */
        NUMBER,
        /** A comment: to the end of the line, between {@code /*} and its end, or a first line that begins with {@code #!}. */
        COMMENT,
        /** A quoted text, or the part of one before, between or behind its interpolations; quotes included. */
        TEXT,
        /** A quoted text, or the last part of one, that is never ended. */
        BROKEN,
        /** The <code>${</code>, the <code>$</code> or the closing brace of a value in a text; what is between are tokens of their own. */
        INTERPOLATION,
        /** An operator, a dot, a comma, a colon or a semicolon. */
        OPERATOR,
        /** A bracket, brace or parenthesis that opens. */
        OPEN,
        /** A bracket, brace or parenthesis that closes. */
        CLOSE,
        /** Blanks and tabs; a backslash at a line's end, with that end. */
        BLANK,
        /** The end of a line. */
        LINE_END,
        /** Characters that mean nothing. */
        OTHER
    }

    /** Returns the token's own text. */
    public String said() {
        return source.substring(from, to);
    }

    /** Returns whether it means something: it is no blank, no line's end and no comment. */
    public boolean isMeant() {
        return kind != Kind.BLANK && kind != Kind.LINE_END && kind != Kind.COMMENT;
    }

    /** Returns whether its text is this one. */
    public boolean is(String wanted) {
        return to - from == wanted.length() && source.startsWith(wanted, from);
    }

    /** Returns whether it is a word, of the language, of a person or of Groovy. */
    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.KEYWORD;
    }
}
