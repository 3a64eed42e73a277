package ehpc.syntax;

import java.util.List;
import java.util.OptionalInt;

/**
 * A text that was read from its beginning, as Groovy reads it, and on where Groovy would stop: any text has tokens, also one that is
 * being written. Immutable.
 *
 * @param text the text, right or wrong
 * @param tokens its tokens, in order. They cover it whole, without gap or overlap: the first begins at 0, each begins where the one
 *     before ends, the last ends where the text does
 * @param open what it leaves open at its end, the outermost first
 * @param parts the statement outside of all brackets as far as it is written
 * @param joints where lines end that part a run sentence from what it still needs
 * @param stray whether a bracket closes what was not opened
 */
public record TokenizedText(
        String text,
        List<Token> tokens,
        List<OpenDelimiter> open,
        List<StatementPart> parts,
        List<Integer> joints,
        boolean stray) {

    /** Reads a text. */
    public static TokenizedText of(String text) {
        return new Lexer(text).read();
    }

    /** Returns the innermost thing that is open; null when nothing is. */
    public OpenDelimiter innermost() {
        return open.isEmpty() ? null : open.get(open.size() - 1);
    }

    /** Returns the statement at the text's end, inside of whatever is open there. */
    public List<StatementPart> statement() {
        return around(open.size());
    }

    /**
     * Returns the statement that something open stands in.
     *
     * @param index of what is open; their number for the innermost statement
     */
    public List<StatementPart> around(int index) {
        return index == 0 ? parts : open.get(index - 1).parts();
    }

    /** Returns the statement that the innermost thing that is open stands in; empty when nothing is open. */
    public List<StatementPart> outer() {
        return open.isEmpty() ? List.of() : around(open.size() - 1);
    }

    /** Returns whether the text ends inside of a quoted text. */
    public boolean isInText() {
        return !open.isEmpty() && innermost().isText();
    }

    /**
     * Returns the text as the compiler reads it whole: a line that ends in {@code on}, or in another word of a {@code run} sentence that
     * still needs its value, gets a backslash at its end, as a sentence must stand on one line. Lines and columns stay as they are.
     */
    public String joined() {
        StringBuilder joined = new StringBuilder(text);
        for (int i = joints.size() - 1; i >= 0; i--) {
            joined.insert(joints.get(i).intValue(), '\\');
        }
        return joined.toString();
    }

    /** Returns the line of an index, counted from 1. */
    public int line(int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
    }

    /**
     * Where the first bracket stands that stands in too many others; empty where there is none.
     *
     * @param most how many are not too many
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
