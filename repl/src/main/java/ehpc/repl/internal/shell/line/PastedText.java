package ehpc.repl.internal.shell.line;

import ehpc.syntax.Token;
import ehpc.syntax.TokenizedText;
import ehpc.text.VisibleText;
import java.util.List;

/** Text that does not come from a keyboard. */
final class PastedText {

    private static final String TAB = "    ";

    private PastedText() {}

    /** Returns a text without what a terminal would obey; tabs are blanks, but in quotes, where they are content. */
    static String clean(String pasted) {
        String lines = pasted.replace("\r\n", "\n").replace('\r', '\n');
        String text = lines.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !VisibleText.isHidden(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (text.indexOf('\t') < 0) {
            return text;
        }
        List<Token> tokens = TokenizedText.of(text).tokens();
        StringBuilder clean = new StringBuilder();
        for (Token token : tokens) {
            String part = token.said();
            clean.append(token.kind() == Token.Kind.BLANK ? part.replace("\t", TAB) : part);
        }
        return clean.toString();
    }
}
