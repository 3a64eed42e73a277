package ehpc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows shell text far enough to know whether a single-quoted word put at its end would be read as one word, by dash and by
 * bash. It does not understand the shell: whatever it is not sure about is an obstacle from there on.
 */
final class ShellScanner {

    private enum In {
        SINGLE("inside '...'"),
        DOUBLE("inside \"...\""),
        COMMENT("in a comment"),
        PAREN("");

        private final String words;

        In(String words) {
            this.words = words;
        }
    }

    /** What ends a word outside of quotes. */
    private static final String BREAKS = " \t\n;|&<>()";

    /** What begins a new command outside of quotes. */
    private static final String COMMAND_ENDS = "\n;|&()";

    private static final Pattern PLAIN_VARIABLE = Pattern.compile("\\$\\{#?[A-Za-z0-9_]+}|\\$\\{[?!#@*$-]}");

    /** Commands that read more than one word into an argument, such as a subscript with a command in it. */
    private static final Set<String> READERS =
            Set.of("let", "eval", "unset", "read", "declare", "typeset", "local", "mapfile", "readarray", "getopts");

    private final Deque<In> open = new ArrayDeque<>();
    private final StringBuilder word = new StringBuilder();
    private String lasting = "";
    private String reader = "";
    private char before = '\n';
    private boolean escaped;

    /** Reads on. */
    void read(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped) {
                escape(c);
            } else {
                i += step(c, text, i);
            }
            before = text.charAt(i);
        }
    }

    /** A quoted word was put here. */
    void word() {
        word.append('\'');
        before = '\'';
    }

    /** Whether a word has begun and goes on. */
    boolean inWord() {
        return !word.isEmpty();
    }

    /** Why a value must not stand here: words for a message. */
    Optional<String> obstacle() {
        Optional<String> around =
                open.stream().filter(in -> in != In.PAREN).findFirst().map(in -> in.words);
        if (around.isPresent()) {
            return around;
        }
        if (!lasting.isEmpty() || !reader.isEmpty()) {
            return Optional.of("behind " + (lasting.isEmpty() ? reader : lasting));
        }
        if (escaped) {
            return Optional.of("behind a backslash");
        }
        if (before == '$') {
            return Optional.of("behind a $");
        }
        int bracket = word.lastIndexOf("[");
        boolean subscript = bracket > 0 && word.indexOf("]", bracket) < 0;
        return subscript ? Optional.of("behind a [") : Optional.empty();
    }

    private void escape(char c) {
        escaped = false;
        if (c == '\n') {
            unsure("a line that goes on with \\");
        }
        word.append('x');
    }

    /** Reads one character in its place; returns how many more it took. */
    private int step(char c, String text, int i) {
        In in = open.peek();
        if (in == In.SINGLE || in == In.COMMENT) {
            close(in, c);
            return 0;
        }
        if (c == '\\') {
            escaped = true;
            return 0;
        }
        if (c == '`') {
            unsure("`");
        }
        if (c == '$') {
            return dollar(text, i);
        }
        if (c == '"') {
            if (in == In.DOUBLE) {
                open.pop();
            } else {
                open.push(In.DOUBLE);
            }
            word.append(c);
            return 0;
        }
        if (in != In.DOUBLE) {
            plain(c, text, i);
        }
        return 0;
    }

    private int dollar(String text, int i) {
        Matcher variable = PLAIN_VARIABLE.matcher(text).region(i, text.length());
        if (text.startsWith("$((", i) || text.startsWith("$[", i)) {
            unsure("$(( or $[");
        } else if (text.startsWith("$(", i)) {
            open.push(In.PAREN);
            word.setLength(0);
            return 1;
        } else if (variable.lookingAt()) {
            word.append('x');
            return variable.end() - i - 1;
        } else if (text.startsWith("${", i)) {
            unsure("${ of the shell");
        } else if (text.startsWith("$'", i) && open.peek() != In.DOUBLE) {
            unsure("$'");
        }
        word.append('$');
        return 0;
    }

    private void plain(char c, String text, int i) {
        if (c == '\'') {
            open.push(In.SINGLE);
        } else if (c == '#' && before == ')') {
            unsure(")#");
        } else if (c == '#' && word.isEmpty()) {
            open.push(In.COMMENT);
        } else if (c == '<' && before == '<') {
            unsure("<<");
        } else if (c == '(') {
            if (before == '(') {
                unsure("((");
            }
            open.push(In.PAREN);
        } else if (c == ')') {
            closeParen();
        } else if (c == '[' && text.startsWith("[[", i)) {
            unsure("[[");
        }
        end(c);
    }

    /** What the character means for the word and the command that it stands in. */
    private void end(char c) {
        if (BREAKS.indexOf(c) < 0) {
            word.append(c);
            return;
        }
        if (word.toString().equals("case")) {
            unsure("case");
        }
        if (READERS.contains(word.toString())) {
            reader = word.toString();
        }
        if (COMMAND_ENDS.indexOf(c) >= 0) {
            reader = "";
        }
        word.setLength(0);
    }

    private void closeParen() {
        if (open.peek() == In.PAREN) {
            open.pop();
        } else {
            unsure("a ) that closes nothing");
        }
    }

    private void close(In in, char c) {
        if (c == (in == In.SINGLE ? '\'' : '\n')) {
            open.pop();
            if (in == In.SINGLE) {
                word.append(c);
            } else {
                end(c);
            }
        }
    }

    private void unsure(String where) {
        if (lasting.isEmpty()) {
            lasting = where;
        }
    }
}
