package ehpc.repl.internal.shell.line;

import java.util.List;
import org.jline.reader.Buffer;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** Earlier entries that begin as the text does: Up and Down walk through them, and the last is suggested behind the text. */
final class PrefixHistory {

    private final LineReader reader;
    private final Buffer text;
    private String wanted = "";

    /** Gives a reader the keys. */
    PrefixHistory(LineReader reader) {
        this.reader = reader;
        this.text = reader.getBuffer();
        for (String name : List.of(
                LineReader.UP_LINE_OR_HISTORY, LineReader.VI_UP_LINE_OR_HISTORY, LineReader.UP_LINE_OR_SEARCH)) {
            reader.getWidgets().put(name, () -> builtIn(LineReader.UP_LINE) || walk(-1));
        }
        for (String name : List.of(
                LineReader.DOWN_LINE_OR_HISTORY, LineReader.VI_DOWN_LINE_OR_HISTORY, LineReader.DOWN_LINE_OR_SEARCH)) {
            reader.getWidgets().put(name, () -> builtIn(LineReader.DOWN_LINE) || walk(1));
        }
        for (String name : List.of(LineReader.FORWARD_CHAR, LineReader.END_OF_LINE)) {
            reader.getWidgets().put(name, () -> takeSuggestion() || builtIn(name));
        }
    }

    private boolean builtIn(String name) {
        return reader.getBuiltinWidgets().get(name).apply();
    }

    /** What is suggested, as it is shown: its first line. */
    AttributedString suggested() {
        String[] rest = suggestion().split("\n", 2);
        return new AttributedString(rest.length > 1 ? rest[0] + " …" : rest[0], AttributedStyle.DEFAULT.faint());
    }

    /** What the last entry that begins with the text goes on with; empty where there is none, or the cursor is not at the end. */
    private String suggestion() {
        History history = reader.getHistory();
        String begun = text.toString();
        if (begun.isBlank() || text.cursor() < text.length()) {
            return "";
        }
        for (int i = history.last(); i >= history.first() && history.size() > 0; i--) {
            String entry = history.get(i);
            if (entry.length() > begun.length() && entry.startsWith(begun)) {
                return entry.substring(begun.length());
            }
        }
        return "";
    }

    private boolean takeSuggestion() {
        String rest = suggestion();
        text.write(rest);
        return !rest.isEmpty();
    }

    /** Walks through the entries that begin with what was typed before the first step. */
    private boolean walk(int step) {
        History history = reader.getHistory();
        boolean fresh = history.index() > history.last() || !text.toString().equals(history.current());
        if (fresh) {
            wanted = text.toString();
            history.moveToEnd();
        }
        int at = history.index() + step;
        while (at >= history.first() && at <= history.last() && !fits(history.get(at))) {
            at += step;
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
