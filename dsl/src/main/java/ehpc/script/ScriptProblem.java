package ehpc.script;

import ehpc.Remedy;
import ehpc.text.MarkedLine;
import ehpc.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that is wrong in a script.
 *
 * @param file the script as it was named
 * @param line its line, from 1; 0 when not known
 * @param column its column in characters, from 1, as an editor counts them; 0 when not known
 * @param rule what it breaks
 * @param message what is wrong and what would be right
 * @param suggestion the nearest right name; empty where nothing is near
 * @param source the text of the line; empty when not known
 * @param notes what to know about it, a line each; empty for what is wrong in the text
 * @param remedies what may be done about it, for whoever shows it to say; empty for what is wrong in the text
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

    /** Place, message and rule, then the line, a caret under the column, and notes, where there are any; the line in 160 columns. */
    public String format() {
        return format(USUAL_WIDTH);
    }

    /**
     * Returns the same for a terminal: what it would obey or not show is written out, and the line is cut around the caret.
     *
     * @param width the columns that the line may take
     */
    public String format(int width) {
        return format(width, Remedy::text);
    }

    /**
     * Returns the same, where somebody says in words of their own what to do.
     *
     * @param width the columns that the line may take
     * @param next what to write behind {@code next: }; empty for nothing
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
                .forEach(words -> text.append(INDENT).append("next: ").append(VisibleText.lines(words)));
        return text.toString();
    }

    private String where() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
    }

    /** Place and message, in one line. */
    @Override
    public String toString() {
        return VisibleText.lines(where() + ": " + message);
    }
}
