package ehpc.script.internal.compile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the bracket or quote that a text leaves open, for messages: texts and comments are stepped over, as far as can be told. */
final class Brackets {

    /** Deeper than anybody writes by hand, and what the parser reads in a moment. */
    private static final int DEEPEST = 2000;

    private static final List<String> QUOTES = List.of("'''", "\"\"\"", "'", "\"");

    private final String text;
    private final Deque<Integer> open = new ArrayDeque<>();
    private int at;

    private Brackets(String text) {
        this.text = text;
    }

    /** What the text leaves open at its end, the innermost, such as {@code the { of line 3}. */
    static Optional<String> leftOpen(String text) {
        Brackets brackets = new Brackets(text);
        while (brackets.at < text.length()) {
            brackets.step();
        }
        return Optional.ofNullable(brackets.open.peek()).map(brackets::said);
    }

    /** The line of the bracket that stands in too many others for the compiler; empty where there is none. */
    static OptionalInt tooDeep(String text) {
        Brackets brackets = new Brackets(text);
        while (brackets.at < text.length()) {
            brackets.step();
            if (brackets.open.size() > DEEPEST) {
                return OptionalInt.of((int) brackets.line(brackets.open.peek()));
            }
        }
        return OptionalInt.empty();
    }

    private long line(int where) {
        return 1 + text.substring(0, where).chars().filter(c -> c == '\n').count();
    }

    private String said(int where) {
        long line = line(where);
        String what = QUOTES.stream()
                .filter(q -> text.startsWith(q, where))
                .findFirst()
                .orElse(text.substring(where, where + 1));
        return "the " + what + " of line " + line;
    }

    private void step() {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
            at = end("\n", at);
        } else if (text.startsWith("/*", at)) {
            at = end("*/", at + 2);
        } else if (c == '\'' || c == '"') {
            quoted(QUOTES.stream()
                    .filter(q -> text.startsWith(q, at))
                    .findFirst()
                    .orElseThrow());
        } else {
            bracket(c);
            at++;
        }
    }

    private int end(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private void quoted(String quote) {
        int begin = at;
        at += quote.length();
        while (at < text.length() && !text.startsWith(quote, at)) {
            boolean broken = quote.length() == 1 && text.charAt(at) == '\n';
            if (broken) {
                return; // said by the parser at its place
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            open.push(begin);
        }
        at += quote.length();
    }

    private void bracket(char c) {
        if ("([{".indexOf(c) >= 0) {
            open.push(at);
        } else if (")]}".indexOf(c) >= 0 && !open.isEmpty()) {
            open.pop();
        }
    }
}
