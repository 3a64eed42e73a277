package ehpc.edit;

import java.util.List;

/**
 * Parts a text into tokens, as Groovy does, and goes on where Groovy would not: any text has tokens, also one that is being written.
 */
public final class Lexer {

    private Lexer() {}

    /**
     * The tokens of a text, in order. They cover it whole, without gap or overlap: the first begins at 0, each begins where the one
     * before ends, the last ends where the text does.
     *
     * @param text any text, right or wrong
     */
    public static List<Token> tokens(String text) {
        return Lexed.of(text).tokens();
    }
}
