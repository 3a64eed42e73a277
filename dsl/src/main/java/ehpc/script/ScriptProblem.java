package ehpc.script;

/**
 * One thing that is wrong in a script.
 *
 * @param file the script as it was named
 * @param line its line, from 1; 0 when not known
 * @param column its column, from 1; 0 when not known
 * @param message what is wrong and what would be right
 * @param source the text of the line; empty when not known
 */
public record ScriptProblem(String file, int line, int column, String message, String source) {

    /** Place and message, then the line and a caret under the column where these are known. */
    public String format() {
        StringBuilder text = new StringBuilder(where()).append(": ").append(message);
        if (column > 0 && !source.isBlank()) {
            String before = source.substring(0, Math.min(column - 1, source.length()));
            text.append("\n  ").append(source.stripTrailing());
            text.append("\n  ").append(before.replaceAll("[^\t]", " ")).append('^');
        }
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
