package ehpc.repl.internal.shell.line;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A reader that shows more than what is typed: behind it how an earlier entry goes on, below it what there is to say of it. */
abstract class SuggestingReader extends SteadyReader {

    /** What stands below a text when the cursor is at an index. */
    private final BiFunction<String, Integer, Optional<AttributedString>> below;

    private String wanted = "";

    SuggestingReader(
            Terminal terminal,
            Map<String, Object> variables,
            BiFunction<String, Integer, Optional<AttributedString>> below) {
        super(terminal, variables);
        this.below = below;
    }

    @Override
    protected void redisplay(boolean flush) {
        boolean free = post == null && reading && searchTerm == null;
        if (free) {
            below.apply(buf.toString(), buf.cursor()).ifPresent(text -> post = () -> text);
        }
        try {
            super.redisplay(flush);
        } finally {
            if (free) {
                post = null;
            }
        }
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        Supplier<AttributedString> behind = post;
        post = null;
        AttributedString text = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        post = behind;
        AttributedStringBuilder all = new AttributedStringBuilder().append(text);
        if (reading && searchTerm == null) {
            String[] rest = suggestion().split("\n", 2);
            all.styled(AttributedStyle::faint, rest.length > 1 ? rest[0] + " …" : rest[0]);
        }
        if (behind != null) {
            all.append(endsInFullRow(text) ? "\n\n" : "\n").append(fitted(behind.get()));
        }
        return all.toAttributedString();
    }

    /** What was made for a terminal of another size loses what has no place in this one. */
    private AttributedString fitted(AttributedString text) {
        List<AttributedString> lines = text.columnSplitLength(Integer.MAX_VALUE);
        int most = Math.max(1, size.getRows() - rowsOfEntry() - 1);
        AttributedStringBuilder fitting = new AttributedStringBuilder();
        for (int i = 0; i < Math.min(lines.size(), most); i++) {
            fitting.append(i > 0 ? "\n" : "").append(lines.get(i).columnSubSequence(0, columns()));
        }
        return fitting.toAttributedString();
    }

    /** Whether the cursor stands, behind a text, at the beginning of the row below it. */
    private boolean endsInFullRow(AttributedString text) {
        List<AttributedString> rows = text.columnSplitLength(columns());
        return rows.get(rows.size() - 1).columnLength() == columns();
    }

    /** What the last entry that begins with the text goes on with; empty where there is none, or the cursor is not at the end. */
    private String suggestion() {
        String begun = buf.toString();
        if (begun.isBlank() || buf.cursor() < buf.length()) {
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

    @Override
    protected boolean forwardChar() {
        return takeSuggestion() || super.forwardChar();
    }

    @Override
    protected boolean endOfLine() {
        return takeSuggestion() || super.endOfLine();
    }

    private boolean takeSuggestion() {
        String rest = suggestion();
        buf.write(rest);
        return !rest.isEmpty();
    }

    @Override
    protected boolean upLineOrHistory() {
        return upLine() || walk(-1);
    }

    @Override
    protected boolean viUpLineOrHistory() {
        return upLineOrHistory();
    }

    @Override
    protected boolean upLineOrSearch() {
        return upLineOrHistory();
    }

    @Override
    protected boolean downLineOrHistory() {
        return downLine() || walk(1);
    }

    @Override
    protected boolean viDownLineOrHistory() {
        return downLineOrHistory();
    }

    @Override
    protected boolean downLineOrSearch() {
        return downLineOrHistory();
    }

    /** Walks through the entries that begin with what was typed before the first step. */
    private boolean walk(int step) {
        boolean fresh = history.index() > history.last() || !buf.toString().equals(history.current());
        if (fresh) {
            wanted = buf.toString();
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
            setBuffer(wanted);
            return back;
        }
        history.moveTo(at);
        setBuffer(history.current());
        return true;
    }

    private boolean fits(String entry) {
        return entry.startsWith(wanted) && !entry.equals(buf.toString());
    }
}
