package ehpc.edit;

import java.util.List;

/**
 * A text that was read from its beginning.
 *
 * @param text the text
 * @param tokens its tokens, which cover it
 * @param open what it leaves open at its end, the outermost first
 * @param parts the statement outside of all brackets as far as it is written
 * @param joints where lines end that part a run sentence from what it still needs
 * @param stray whether a bracket closes what was not opened
 */
record Lexed(String text, List<Token> tokens, List<Open> open, List<Part> parts, List<Integer> joints, boolean stray) {

    static Lexed of(String text) {
        return new Scanner(text).scan();
    }

    /** The innermost thing that is open; null when nothing is. */
    Open innermost() {
        return open.isEmpty() ? null : open.get(open.size() - 1);
    }

    /** The statement at the text's end, inside of whatever is open there. */
    List<Part> statement() {
        return open.isEmpty() ? parts : innermost().parts();
    }
}
