package ehpc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Follows shell text far enough to know whether a single-quoted word put at its end would be read as one word. It need not
 * understand the shell: whatever it is not sure about is an obstacle.
 */
final class ShellScanner {

    private enum In {
        SINGLE("inside '...'"),
        DOUBLE("inside \"...\""),
        BACKQUOTE("inside `...`"),
        ARITHMETIC("inside $((...))"),
        BRACE("inside ${...} of the shell"),
        COMMENT("in a comment"),
        PAREN("");

        private final String words;

        In(String words) {
            this.words = words;
        }
    }

    private final Deque<In> open = new ArrayDeque<>();
    private boolean hereDocument;
    private boolean inWord;
    private char last;
    private boolean escaped;

    /** Reads on. */
    void read(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped) {
                escaped = false;
                inWord = true;
                last = 'x';
            } else {
                i += step(c, text, i);
                last = text.charAt(i);
            }
        }
    }

    /** A quoted word was put here. */
    void word() {
        inWord = true;
        last = '\'';
    }

    /** Whether a word has begun and goes on. */
    boolean inWord() {
        return inWord;
    }

    /** Why a value must not stand here: words for a message. */
    Optional<String> obstacle() {
        if (escaped) {
            return Optional.of("behind a backslash");
        }
        if (hereDocument) {
            return Optional.of("behind <<, where the shell reads a document");
        }
        if (last == '$' && open.peek() != In.SINGLE) {
            return Optional.of("behind a $");
        }
        return open.stream().filter(in -> in != In.PAREN).findFirst().map(in -> in.words);
    }

    /** Reads one character in its place; returns how many more it took. */
    private int step(char c, String text, int i) {
        In in = open.peek();
        if (in == In.SINGLE) {
            closeOn(c, '\'');
            return 0;
        }
        if (in == In.COMMENT) {
            closeOn(c, '\n');
            return 0;
        }
        if (c == '\\') {
            escaped = true;
            return 0;
        }
        if (c == '$' && text.startsWith("$((", i)) {
            open.push(In.ARITHMETIC);
            return 2;
        }
        if (c == '$' && (text.startsWith("$(", i) || text.startsWith("${", i))) {
            open.push(text.charAt(i + 1) == '(' ? In.PAREN : In.BRACE);
            inWord = false;
            return 1;
        }
        if (c == '`') {
            toggle(In.BACKQUOTE);
            return 0;
        }
        if (c == '"') {
            toggle(In.DOUBLE);
            inWord = true;
            return 0;
        }
        return in == In.DOUBLE ? 0 : plain(c, text, i);
    }

    private int plain(char c, String text, int i) {
        if (c == '\'') {
            open.push(In.SINGLE);
        } else if (c == '#' && !inWord) {
            open.push(In.COMMENT);
        } else if (c == '(') {
            open.push(In.PAREN);
        } else if (c == ')' && open.peek() == In.ARITHMETIC) {
            open.pop();
            return text.startsWith("))", i) ? 1 : 0;
        } else if (c == ')' && open.peek() == In.PAREN || c == '}' && open.peek() == In.BRACE) {
            open.pop();
        } else if (c == '<' && text.startsWith("<<", i) && open.peek() != In.ARITHMETIC) {
            hereDocument = true;
        }
        inWord = " \t\n;|&<>(".indexOf(c) < 0;
        return 0;
    }

    private void toggle(In what) {
        if (open.peek() == what) {
            open.pop();
        } else {
            open.push(what);
        }
    }

    private void closeOn(char c, char end) {
        if (c == end) {
            open.pop();
            inWord = c == '\'';
        }
    }
}
