package ehpc.repl.internal.terminal;

import ehpc.repl.internal.render.Printable;
import java.io.PrintStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text on its way to a terminal that a script prints, and that may hold what a node wrote: control characters are written out.
 * Line ends, tabs and colours (escape sequences that end in {@code m}) pass.
 */
public record TerminalText(PrintStream out) implements Appendable {

    private static final Pattern PASSES = Pattern.compile("\\r?\\n|\u001B\\[[0-9;:]*m");

    @Override
    public TerminalText append(CharSequence text) {
        String whole = String.valueOf(text);
        StringBuilder shown = new StringBuilder();
        Matcher passing = PASSES.matcher(whole);
        int from = 0;
        while (passing.find()) {
            shown.append(Printable.visible(whole.substring(from, passing.start())))
                    .append(passing.group());
            from = passing.end();
        }
        out.append(shown.append(Printable.visible(whole.substring(from))));
        return this;
    }

    @Override
    public TerminalText append(CharSequence text, int start, int end) {
        return append(text.subSequence(start, end));
    }

    @Override
    public TerminalText append(char c) {
        return append(String.valueOf(c));
    }
}
