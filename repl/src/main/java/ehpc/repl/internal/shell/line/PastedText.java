package ehpc.repl.internal.shell.line;

import ehpc.syntax.Token;
import ehpc.syntax.TokenizedText;
import ehpc.text.VisibleText;
import java.util.List;

/** Text from a paste, not from the keyboard. */
final class PastedText {

    private static final String TAB = "    ";

    private PastedText() {}

    /** Returns a text without control characters; tabs become blanks, except inside quotes. */
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
            String part = token.text();
            clean.append(token.kind() == Token.Kind.BLANK ? part.replace("\t", TAB) : part);
        }
        return clean.toString();
    }
}
