package ehpc.repl.internal.shell.line;

import java.util.List;
import org.jline.reader.Buffer;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Earlier entries with the same beginning as the text: Up and Down recall them, and the last one is the suggestion after the text. */
final class PrefixHistory {

    private final LineReader reader;
    private final Buffer text;
    private String wanted = "";

    /** Binds the keys of a reader. */
    PrefixHistory(LineReader reader) {
        this.reader = reader;
        this.text = reader.getBuffer();
        for (String name : List.of(
                LineReader.UP_LINE_OR_HISTORY, LineReader.VI_UP_LINE_OR_HISTORY, LineReader.UP_LINE_OR_SEARCH)) {
            reader.getWidgets().put(name, () -> builtIn(LineReader.UP_LINE) || step(-1));
        }
        for (String name : List.of(
                LineReader.DOWN_LINE_OR_HISTORY, LineReader.VI_DOWN_LINE_OR_HISTORY, LineReader.DOWN_LINE_OR_SEARCH)) {
            reader.getWidgets().put(name, () -> builtIn(LineReader.DOWN_LINE) || step(1));
        }
        for (String name : List.of(LineReader.FORWARD_CHAR, LineReader.END_OF_LINE)) {
            reader.getWidgets().put(name, () -> acceptSuggestion() || builtIn(name));
        }
    }

    private boolean builtIn(String name) {
        return reader.getBuiltinWidgets().get(name).apply();
    }

    /** Returns the first line of the suggestion, styled. */
    AttributedString suggested() {
        String[] rest = suggestion().split("\n", 2);
        return new AttributedString(rest.length > 1 ? rest[0] + " …" : rest[0], AttributedStyle.DEFAULT.faint());
    }

    /** Returns the rest of the last entry that begins with the text; empty if there is none, or the cursor is not at the end. */
    private String suggestion() {
        History history = reader.getHistory();
        String prefix = text.toString();
        if (prefix.isBlank() || text.cursor() < text.length()) {
            return "";
        }
        for (int i = history.last(); i >= history.first() && history.size() > 0; i--) {
            String entry = history.get(i);
            if (entry.length() > prefix.length() && entry.startsWith(prefix)) {
                return entry.substring(prefix.length());
            }
        }
        return "";
    }

    private boolean acceptSuggestion() {
        String rest = suggestion();
        text.write(rest);
        return !rest.isEmpty();
    }

    /** Recalls the next entry, in a direction, that begins with the text before the first step. */
    private boolean step(int direction) {
        History history = reader.getHistory();
        boolean fresh = history.index() > history.last() || !text.toString().equals(history.current());
        if (fresh) {
            wanted = text.toString();
            history.moveToEnd();
        }
        int at = history.index() + direction;
        while (at >= history.first() && at <= history.last() && !fits(history.get(at))) {
            at += direction;
        }
        if (at < history.first()) {
            return false;
        }
        if (at > history.last()) {
            boolean back = history.index() <= history.last();
            history.moveToEnd();
            replace(wanted);
            return back;
        }
        history.moveTo(at);
        replace(history.current());
        return true;
    }

    private boolean fits(String entry) {
        return entry.startsWith(wanted) && !entry.equals(text.toString());
    }

    private void replace(String other) {
        text.clear();
        text.write(other);
    }
}
