package ehpc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
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
        SUBSHELL(""),
        SUBSTITUTION("");

        private final String words;

        In(String words) {
            this.words = words;
        }
    }

    private static final Pattern PLAIN_VARIABLE = Pattern.compile("\\$\\{#?[A-Za-z0-9_]+}|\\$\\{[?!#@*$-]}");

    private final Deque<In> open = new ArrayDeque<>();
    private final Deque<ShellCommand> commands = new ArrayDeque<>();
    private String lasting = "";
    private String mixed = "";
    private char before = '\n';
    private boolean escaped;

    ShellScanner() {
        commands.push(new ShellCommand());
    }

    /** Reads on. All text between two values comes at once, as it is looked at ahead. */
    void read(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped) {
                escape(c);
            } else {
                i += step(c, text, i);
                before = text.charAt(i);
            }
        }
    }

    /** A quoted word was put here. */
    void word() {
        command().value();
        before = '\'';
    }

    /** The command that is being read. */
    ShellCommand command() {
        return commands.element();
    }

    /** Which quotes or comment a value would stand in: words for a message. */
    Optional<String> quotes() {
        return open.stream()
                .map(in -> in.words)
                .filter(words -> !words.isEmpty())
                .findFirst();
    }

    /** What came behind a value and changes its word: words for a message. */
    Optional<String> mixed() {
        return mixed.isEmpty() ? Optional.empty() : Optional.of(mixed);
    }

    /** What else is before a value that might not stay one word behind it: words for a message. */
    Optional<String> obstacle() {
        if (!lasting.isEmpty()) {
            return Optional.of("behind " + lasting);
        }
        if (escaped) {
            return Optional.of("behind a backslash");
        }
        return before == '$' ? Optional.of("behind a $") : command().obstacle();
    }

    private void escape(char c) {
        escaped = false;
        before = 'x';
        if (c == '\n') {
            unsure("a line that goes on with \\");
        }
        command().quoted(c);
    }

    /** Reads one character in its place; returns how many more it took. */
    private int step(char c, String text, int i) {
        In in = open.peek();
        if (in == In.SINGLE || in == In.COMMENT) {
            inert(in, c);
        } else if (c == '\\') {
            escaped = true;
        } else if (c == '$') {
            return dollar(text, i);
        } else if (c == '"') {
            quote(in);
        } else if (c == '`') {
            unsure("`");
        } else if (in == In.DOUBLE) {
            command().quoted(c);
        } else {
            plain(c);
        }
        return 0;
    }

    private void inert(In in, char c) {
        if (c == (in == In.SINGLE ? '\'' : '\n')) {
            open.pop();
        }
        if (in == In.SINGLE && c != '\'') {
            command().quoted(c);
        } else if (in == In.COMMENT && c == '\n') {
            command().end();
        }
    }

    private void quote(In in) {
        if (in == In.DOUBLE) {
            open.pop();
        } else {
            open.push(In.DOUBLE);
        }
        command().begin();
    }

    private int dollar(String text, int i) {
        Matcher variable = PLAIN_VARIABLE.matcher(text).region(i, text.length());
        command().variable();
        if (text.startsWith("$((", i) || text.startsWith("$[", i)) {
            unsure("$(( or $[");
        } else if (text.startsWith("$(", i)) {
            open.push(In.SUBSTITUTION);
            commands.push(new ShellCommand());
            return 1;
        } else if (variable.lookingAt()) {
            return variable.end() - i - 1;
        } else if (text.startsWith("${", i)) {
            unsure("${ of the shell");
        } else if (text.startsWith("$'", i) && open.peek() != In.DOUBLE) {
            unsure("$'");
        }
        return 0;
    }

    private void plain(char c) {
        switch (c) {
            case '\'' -> {
                open.push(In.SINGLE);
                command().begin();
            }
            case '#' -> hash();
            case '(' -> openParen();
            case ')' -> closeParen();
            case ' ', '\t' -> endWord();
            case '<', '>' -> redirect(c);
            case '\n', ';' -> endCommand();
            case '|', '&' -> {
                if (before != '<' && before != '>') {
                    endCommand();
                }
            }
            default -> {
                if (c == '{' && command().holdsValue()) {
                    mixed = "in one word with a {";
                }
                command().plain(c);
            }
        }
    }

    private void hash() {
        if (before == ')') {
            unsure(")#");
        }
        if (command().inWord()) {
            command().plain('#');
            return;
        }
        if (open.contains(In.SUBSTITUTION)) {
            unsure("a comment inside $(...)");
        }
        open.push(In.COMMENT);
    }

    private void redirect(char c) {
        if (c == '<' && before == '<') {
            unsure("<<");
        }
        command().dropDescriptor();
        endWord();
        command().redirect();
    }

    private void openParen() {
        if (before == '(') {
            unsure("((");
        }
        if (command().inWord() && "?*+@!".indexOf(before) >= 0) {
            unsure(before + "(");
        }
        endWord();
        open.push(In.SUBSHELL);
        commands.push(new ShellCommand());
    }

    private void closeParen() {
        endWord();
        if (open.peek() == In.SUBSHELL) {
            open.pop();
            commands.pop();
            command().end();
        } else if (open.peek() == In.SUBSTITUTION) {
            open.pop();
            commands.pop();
        } else {
            unsure("a ) that closes nothing");
        }
    }

    private void endWord() {
        command().endWord().ifPresent(this::unsure);
    }

    private void endCommand() {
        endWord();
        command().end();
    }

    private void unsure(String where) {
        if (lasting.isEmpty()) {
            lasting = where;
        }
    }
}
