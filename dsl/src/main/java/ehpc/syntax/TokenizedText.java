package ehpc.syntax;

import java.util.List;
import java.util.OptionalInt;

/**
 * The tokens of any text, also an unfinished one: read like Groovy does, but past errors. Immutable.
 *
 * @param text the text, valid or not
 * @param tokens its tokens, in order. They cover it without gap or overlap
 * @param open the delimiters open at the end, the outermost first
 * @param parts the unfinished statement outside of all brackets
 * @param joints the line ends that separate a run statement from a required value
 * @param stray whether a closing bracket has no opening one
 */
public record TokenizedText(
        String text,
        List<Token> tokens,
        List<OpenDelimiter> open,
        List<StatementPart> parts,
        List<Integer> joints,
        boolean stray) {

    /** Tokenizes a text. */
    public static TokenizedText of(String text) {
        return new Lexer(text).read();
    }

    /** Returns the innermost open delimiter; null if none is open. */
    public OpenDelimiter innermost() {
        return open.isEmpty() ? null : open.get(open.size() - 1);
    }

    /** Returns the statement at the end of the text, inside the innermost open delimiter. */
    public List<StatementPart> statement() {
        return around(open.size());
    }

    /**
     * Returns the statement around an open delimiter.
     *
     * @param index the index in the open delimiters; their number for the innermost statement
     */
    public List<StatementPart> around(int index) {
        return index == 0 ? parts : open.get(index - 1).parts();
    }

    /** Returns the statement around the innermost open delimiter; empty if none is open. */
    public List<StatementPart> outer() {
        return open.isEmpty() ? List.of() : around(open.size() - 1);
    }

    /** Returns whether the text ends inside a quoted text. */
    public boolean isInText() {
        return !open.isEmpty() && innermost().isText();
    }

    /**
     * Returns the text for the compiler: a line that ends in {@code on}, or in another word of a {@code run} statement that still needs its
     * value, gets a backslash, as Groovy needs the statement on one line. Lines and columns are unchanged.
     */
    public String joined() {
        StringBuilder joined = new StringBuilder(text);
        for (int i = joints.size() - 1; i >= 0; i--) {
            joined.insert(joints.get(i).intValue(), '\\');
        }
        return joined.toString();
    }

    /** Returns the line of an index, from 1. */
    public int line(int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }

    /**
     * Returns the position of the first bracket that is nested too deeply; empty if there is none.
     *
     * @param most the maximum depth
     */
    public OptionalInt deeperThan(int most) {
        int depth = 0;
        for (Token token : tokens) {
            depth = Math.max(
                    0, depth + (token.kind() == Token.Kind.OPEN ? 1 : token.kind() == Token.Kind.CLOSE ? -1 : 0));
            if (depth > most) {
                return OptionalInt.of(token.from());
            }
        }
        return OptionalInt.empty();
    }
}
