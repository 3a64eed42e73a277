package ehpc.script;

import ehpc.Remedy;
import ehpc.text.MarkedLine;
import ehpc.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A problem found in a script.
 *
 * @param file the name of the script
 * @param line its line, from 1; 0 if unknown
 * @param column its column in characters, from 1, as an editor counts them; 0 if unknown
 * @param rule the broken rule
 * @param message the fault and the correction
 * @param suggestion the nearest valid name; empty if none is near
 * @param source the text of the line; empty if unknown
 * @param notes further details, one line each; empty for a fault of the text
 * @param remedies the remedies, which the user interface phrases; empty for a fault of the text
 */
public record ScriptProblem(
        String file,
        int line,
        int column,
        Rule rule,
        String message,
        Optional<String> suggestion,
        String source,
        List<String> notes,
        List<Remedy> remedies) {

    private static final String INDENT = "\n  ";
    private static final int USUAL_WIDTH = 160;
    private static final int NARROWEST = 20;

    /** Returns position, message and rule, then the line, a caret below the column, and any notes; the line in 160 columns. */
    public String format() {
        return format(USUAL_WIDTH);
    }

    /**
     * Returns the same text for a terminal: control and invisible characters are escaped, and the line is cut around the caret.
     *
     * @param width the maximum columns of the line
     */
    public String format(int width) {
        return format(width, Remedy::text);
    }

    /**
     * Returns the same text, with remedies in the caller's words.
     *
     * @param width the maximum columns of the line
     * @param next the text after {@code next: }; empty for none
     */
    public String format(int width, Function<? super Remedy, String> next) {
        StringBuilder text = new StringBuilder(toString());
        if (rule != Rule.STOPPED) {
            text.append(" [").append(rule.id()).append(']');
        }
        if (line > 0 && !source.isBlank()) {
            int room = Math.max(NARROWEST, width - INDENT.length() + 1);
            MarkedLine.of(source, column, room)
                    .forEach(shown -> text.append(INDENT).append(shown));
        }
        notes.forEach(note -> text.append(INDENT).append(VisibleText.lines(note)));
        remedies.stream()
                .map(next)
                .filter(words -> !words.isEmpty())
                .distinct()
                .forEach(words -> text.append(INDENT).append("next: ").append(VisibleText.lines(words)));
        return text.toString();
    }

    private String where() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
    }

    /** Returns position and message, in one line. */
    @Override
    public String toString() {
        return VisibleText.lines(where() + ": " + message);
    }
}
