package ehpc.script;

import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong in a script.
 *
 * @param file the script as it was named
 * @param line its line, from 1; 0 when not known
 * @param column its column, from 1; 0 when not known
 * @param rule what it breaks
 * @param message what is wrong and what would be right
 * @param suggestion the nearest right name; empty where nothing is near
 * @param source the text of the line; empty when not known
 * @param notes what to know and to do about it, a line each; empty for what is wrong in the text
 */
public record ScriptProblem(
        String file,
        int line,
        int column,
        Rule rule,
        String message,
        Optional<String> suggestion,
        String source,
        List<String> notes) {

    private static final String INTERRUPTED = "the entry was interrupted";

    /** The same of an entry that was told to stop, which may be why it failed. */
    ScriptProblem interrupted(boolean only) {
        String told = only || message.startsWith(INTERRUPTED) ? INTERRUPTED : INTERRUPTED + ": " + message;
        return new ScriptProblem(file, line, column, rule, told, suggestion, source, notes);
    }

    /** Place, message and rule, then the line, a caret under the column, and notes, where there are any. */
    public String format() {
        StringBuilder text = new StringBuilder(where()).append(": ").append(message);
        if (rule != Rule.STOPPED) {
            text.append(" [").append(rule.id()).append(']');
        }
        if (line > 0 && !source.isBlank()) {
            text.append("\n  ").append(source.stripTrailing());
        }
        if (column > 0 && !source.isBlank()) {
            String before = source.substring(0, Math.min(column - 1, source.length()));
            text.append("\n  ").append(before.replaceAll("[^\t]", " ")).append('^');
        }
        notes.forEach(note -> text.append("\n  ").append(note));
        return text.toString();
    }

    private String where() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
    }

    /** Place and message, in one line. */
    @Override
    public String toString() {
        return where() + ": " + message;
    }
}
