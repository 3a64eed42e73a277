package ehpc.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows shell text to decide whether every supported shell would read a single-quoted word at its end as one word. Reads quotes,
 * substitutions, subshells, {@code case} and here-documents; of arithmetic, {@code ${...}} and backticks it reads only forms that every
 * shell ends at the same position. Any uncertain construct is an obstacle from there on.
 */
final class ShellScanner {

    private final ShellValues values = new ShellValues();
    private final ShellDoubt doubt = new ShellDoubt();
    private final ShellDocuments documents = new ShellDocuments();
    private final Deque<ShellFrame> open = new ArrayDeque<>();
    private final Deque<SimpleCommand> commands = new ArrayDeque<>();
    private boolean mixed;
    private char before = '\n';
    private boolean escaped;

    ShellScanner() {
        commands.push(new SimpleCommand(values));
    }

    /** Continues with the complete text between two values, as the scanner looks ahead. */
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

    /** Inserts quoted words: one, or those of a list. */
    void words(List<String> texts, boolean number) {
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                endWord();
            }
            command().value(texts.get(i), number);
        }
        before = '\'';
    }

    /** Ends the text. */
    void end() {
        if (open.isEmpty() || !open.element().isQuote()) {
            endWord();
        }
    }

    SimpleCommand command() {
        return commands.element();
    }

    /** Returns the uses of the values. */
    ShellValues values() {
        return values;
    }

    /** Returns an obstacle that follows a value and changes its word. */
    Optional<ShellObstacle> mixed() {
        return mixed ? Optional.of(ShellObstacle.unsure("in one word with a {")) : Optional.empty();
    }

    /** Returns an obstacle that precedes a value: it might not remain one word, or its quotes might not be read as such. */
    Optional<ShellObstacle> obstacle() {
        Optional<ShellFrame> quotes = open.stream().findFirst().filter(ShellFrame::isQuote);
        if (quotes.isPresent()) {
            return quotes.map(in -> ShellObstacle.quoted(in.where(), in.why(), in.help()));
        }
        if (doubt.obstacle().isPresent()) {
            return doubt.obstacle();
        }
        if (escaped) {
            return Optional.of(ShellObstacle.unsure("after a backslash", "remove the backslash"));
        }
        return before == '$'
                ? Optional.of(ShellObstacle.unsure("after a $"))
                : command().obstacle();
    }

    private void escape(char c) {
        escaped = false;
        before = 'x';
        if (c == '\n') {
            doubt.about("a line continued with \\");
        }
        command().word().quoted(c);
    }

    /** Reads one character in its context; returns how many more it consumed. */
    private int step(char c, String text, int i) {
        ShellFrame in = open.peek();
        if (in == ShellFrame.DOCUMENT) {
            document(c);
        } else if (in == ShellFrame.SINGLE || in == ShellFrame.COMMENT) {
            inert(in, c);
        } else if (c == '\\') {
            escaped = true;
        } else if (c == '$') {
            return dollar(text, i);
        } else if (c == '"') {
            quote(in);
        } else if (c == '`') {
            return filledIn(ShellExpansions.BACKTICKS, text, i, "`");
        } else if (in == ShellFrame.DOUBLE) {
            command().word().quoted(c);
        } else {
            return plain(c, text, i);
        }
        return 0;
    }

    private void document(char c) {
        documents.read(c).ifPresent(doubt::about);
        if (!documents.isAwaited()) {
            open.pop();
        }
    }

    private void inert(ShellFrame in, char c) {
        if (in == ShellFrame.SINGLE && c != '\'') {
            command().word().quoted(c);
        } else if (in == ShellFrame.SINGLE || c == '\n') {
            open.pop();
            if (c == '\n') {
                newline();
            }
        }
    }

    private void quote(ShellFrame in) {
        if (in == ShellFrame.DOUBLE) {
            open.pop();
        } else {
            open.push(ShellFrame.DOUBLE);
        }
        command().word().quote();
    }

    private int dollar(String text, int i) {
        command().word().variable();
        if (text.startsWith("$((", i)) {
            return filledIn(ShellExpansions.ARITHMETIC, text, i + 1, "$(( or $[") + 1;
        } else if (text.startsWith("$[", i)) {
            return filledIn(ShellExpansions.OLD_ARITHMETIC, text, i, "$(( or $[");
        } else if (text.startsWith("$(", i)) {
            open.push(ShellFrame.SUBSTITUTION);
            commands.push(new SimpleCommand(values));
            return 1;
        } else if (text.startsWith("${", i)) {
            return filledIn(ShellExpansions.PARAMETER, text, i, "${ of the shell");
        } else if (text.startsWith("$'", i) && open.peek() != ShellFrame.DOUBLE) {
            return filledIn(ShellExpansions.ESCAPES, text, i, "$'");
        }
        Matcher name = ShellExpansions.PLAIN.matcher(text).region(i + 1, text.length());
        return name.lookingAt() ? name.end() - i - 1 : 0;
    }

    /** Reads an expansion as a unit, or marks it as uncertain; returns how many more characters it consumed. */
    private int filledIn(Pattern pattern, String text, int i, String where) {
        Matcher whole = pattern.matcher(text).region(i, text.length());
        command().word().variable();
        if (whole.lookingAt()) {
            return whole.end() - i - 1;
        }
        doubt.about(where);
        return 0;
    }

    private int plain(char c, String text, int i) {
        if (command().isCondition()
                && "()<>;#\n".indexOf(c) >= 0
                && (c != '#' || !command().word().isBegun())) {
            endWord();
            if (command().isCondition()) {
                doubt.about("[[");
            }
        }
        switch (c) {
            case '\'' -> {
                open.push(ShellFrame.SINGLE);
                command().word().quote();
            }
            case '#' -> hash();
            case ')' -> closeParen();
            case ' ', '\t' -> endWord();
            case '(', '<', '>' -> {
                return c == '(' ? openParen(text, i) : redirect(c, text, i);
            }
            case '\n' -> newline();
            case ';' -> semicolon();
            case '|', '&' -> operator(c, text, i);
            default -> {
                mixed |= c == '{' && command().word().holdsValue();
                command().word().plain(c);
            }
        }
        return 0;
    }

    private void hash() {
        if (before == ')') {
            doubt.about(")#");
        }
        if (command().word().isBegun()) {
            command().word().plain('#');
            return;
        }
        if (open.contains(ShellFrame.SUBSTITUTION)) {
            doubt.about("a comment inside $(...)");
        }
        open.push(ShellFrame.COMMENT);
    }

    private int redirect(char c, String text, int i) {
        if (open.peek() == ShellFrame.PATTERN) {
            doubt.about("case");
        }
        command().dropDescriptor();
        endWord();
        if (text.startsWith("<<", i)) {
            Optional<Integer> taken = documents.begin(text, i);
            if (taken.isEmpty() || open.contains(ShellFrame.SUBSTITUTION)) {
                doubt.about("<<");
            } else {
                command().document();
                command().word().quoted('E');
            }
            return taken.orElse(1) - 1;
        }
        command().redirect();
        return 0;
    }

    private void operator(char c, String text, int i) {
        if (before == '<' || before == '>') {
            if (c == '&') {
                command().duplicate();
            }
            return;
        }
        endWord();
        if (open.peek() == ShellFrame.PATTERN) {
            if (c == '&') {
                doubt.about("case");
            }
        } else if (command().isCondition()) {
            if (before != c && !text.startsWith("" + c + c, i)) {
                doubt.about("[[");
            }
            command().continueCondition();
        } else if (c == '&' && before != '&' && text.startsWith("&>", i)) {
            command().split();
        } else {
            command().end();
        }
    }

    private void newline() {
        if (open.peek() == ShellFrame.PATTERN || command().isCase()) {
            endWord();
        } else {
            endCommand();
        }
        if (documents.isAwaited()) {
            if (open.contains(ShellFrame.SUBSTITUTION)) {
                doubt.about("<<");
            }
            open.push(ShellFrame.DOCUMENT);
        }
    }

    private void semicolon() {
        endWord();
        boolean second = before == ';';
        if (open.peek() == ShellFrame.BRANCH && second) {
            branch(ShellFrame.PATTERN, SimpleCommand.words(values, ""));
        } else if (open.peek() == ShellFrame.PATTERN || command().isCase()) {
            doubt.about("case");
        }
        command().end();
    }

    private void branch(ShellFrame in, SimpleCommand command) {
        open.pop();
        commands.pop();
        open.push(in);
        commands.push(command);
    }

    private int openParen(String text, int i) {
        SimpleCommand command = command();
        if (open.peek() == ShellFrame.PATTERN && !command.word().isBegun()) {
            command.opened();
            return 0;
        }
        Optional<String> array = command.arrayAtHand();
        Matcher function = ShellExpansions.FUNCTION.matcher(text).region(i, text.length());
        boolean process = before == '<' || before == '>';
        if (text.startsWith("((", i)) {
            return arithmetic(text, i);
        }
        if (array.isPresent()) {
            open.push(ShellFrame.ARRAY);
            commands.push(SimpleCommand.words(values, array.get()));
            command.word().quote();
            return 0;
        }
        if (process) {
            open.push(ShellFrame.PROCESS);
            commands.push(new SimpleCommand(values));
            return 0;
        }
        boolean named = !command.isAtName() || command.word().isBegun();
        if (named && function.lookingAt() && (command.isAtName() || command.definesFunction())) {
            endWord();
            command.end();
            return function.end() - i - 1;
        }
        if (named || command.isRedirected()) {
            doubt.about(
                    command.word().isBegun() && "?*+@!".indexOf(before) >= 0 ? before + "(" : "a ( inside a command");
        }
        endWord();
        open.push(ShellFrame.SUBSHELL);
        commands.push(new SimpleCommand(values));
        return 0;
    }

    /** Reads {@code ((...))}, which is arithmetic to some shells and two subshells to others. */
    private int arithmetic(String text, int i) {
        Matcher whole = ShellExpansions.ARITHMETIC.matcher(text).region(i, text.length());
        boolean begins =
                command().isAtName() && !command().word().isBegun() || command().isLoop();
        if (!begins || !whole.lookingAt()) {
            doubt.about("((");
            return 0;
        }
        command().end();
        return whole.end() - i - 1;
    }

    private void closeParen() {
        endWord();
        ShellFrame in = open.peek();
        if (in == ShellFrame.PATTERN) {
            branch(ShellFrame.BRANCH, new SimpleCommand(values));
        } else if (in == ShellFrame.SUBSHELL
                || in == ShellFrame.SUBSTITUTION
                || in == ShellFrame.PROCESS
                || in == ShellFrame.ARRAY) {
            open.pop();
            boolean printed = commands.pop().printed();
            if (in == ShellFrame.SUBSHELL) {
                command().end();
            } else if (in == ShellFrame.PROCESS) {
                command().word().variable();
            } else if (printed) {
                command().word().carry();
            }
        } else {
            doubt.about("an unmatched )");
        }
    }

    private void endWord() {
        command().endWord().ifPresent(doubt::about);
        if (command().beginsPatterns()) {
            if (open.contains(ShellFrame.SUBSTITUTION)) {
                doubt.about("case");
            }
            command().end();
            open.push(ShellFrame.PATTERN);
            commands.push(SimpleCommand.words(values, ""));
        } else if ((open.peek() == ShellFrame.BRANCH || open.peek() == ShellFrame.PATTERN)
                && command().endsCase()) {
            open.pop();
            commands.pop();
            command().end();
        }
    }

    private void endCommand() {
        endWord();
        command().end();
    }
}
