package ehpc.local.internal.lifecycle;

import ehpc.local.internal.exec.ShellText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The words of a text: separated by blanks, with quotes and backslashes as in a shell, but without expansions. */
final class ArgumentWords {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private StringBuilder word;
    private int at;

    private ArgumentWords(String text) {
        this.text = text;
    }

    /** Returns the words; a quote that is not closed ends with the text. */
    static List<String> of(String text) {
        ArgumentWords reader = new ArgumentWords(text);
        while (reader.at < text.length()) {
            reader.step();
        }
        reader.end();
        return reader.words;
    }

    /** Returns the words for a POSIX shell, each quoted, after a blank. */
    static String quoted(String text) {
        return of(text).stream().map(word -> " " + ShellText.quoted(word)).collect(Collectors.joining());
    }

    private void step() {
        char c = text.charAt(at++);
        if (Character.isWhitespace(c)) {
            end();
            return;
        }
        word = word == null ? new StringBuilder() : word;
        if (c == '\'' || c == '"') {
            quote(c);
        } else {
            word.append(c == '\\' && at < text.length() ? text.charAt(at++) : c);
        }
    }

    private void quote(char quote) {
        while (at < text.length() && text.charAt(at) != quote) {
            boolean escape = quote == '"'
                    && text.charAt(at) == '\\'
                    && at + 1 < text.length()
                    && "\"\\$`".indexOf(text.charAt(at + 1)) >= 0;
            at += escape ? 1 : 0;
            word.append(text.charAt(at++));
        }
        at++;
    }

    private void end() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }
}
