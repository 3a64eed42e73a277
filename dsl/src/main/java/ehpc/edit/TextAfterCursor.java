package ehpc.edit;

import ehpc.syntax.Token;
import ehpc.syntax.TokenizedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The text after the cursor: words that are allowed once are not offered again. */
final class TextAfterCursor {

    private TextAfterCursor() {}

    /** Returns the names of arguments up to the end of the enclosing brackets. */
    static Set<String> names(CursorContext context) {
        String rest = context.rest();
        List<Token> tokens = outer(context, false);
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isName() && tokens.get(i + 1).is(":")) {
                names.add(tokens.get(i).text());
            }
        }
        return names;
    }

    /** Returns the names that follow on the line. */
    static Set<String> words(CursorContext context) {
        String rest = context.rest();
        Set<String> words = new LinkedHashSet<>();
        outer(context, true).stream().filter(Token::isName).forEach(token -> words.add(token.text()));
        return words;
    }

    /** Returns the tokens outside of further brackets, without the rest of the word at the cursor. */
    private static List<Token> outer(CursorContext context, boolean line) {
        String rest = context.rest();
        List<Token> tokens = new ArrayList<>();
        int depth = 0;
        for (Token token : TokenizedText.of(rest).tokens()) {
            depth += token.kind() == Token.Kind.OPEN ? 1 : token.kind() == Token.Kind.CLOSE ? -1 : 0;
            boolean ends = token.is(";") || line && token.kind() == Token.Kind.LINE_END;
            if (depth < 0 || depth == 0 && ends) {
                return tokens;
            }
            boolean word =
                    token.from() == 0 && token.isName() && !context.word().isEmpty();
            if (depth == 0 && !word && token.isMeant()) {
                tokens.add(token);
            }
        }
        return tokens;
    }
}
