package ehpc.repl.internal.shell.line;

import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * JLine's display of an entry, in rows that leave the terminal's last column free, which remembers what it shows:
 * no row is continued in the next one, so it is known how a terminal of another width breaks them, and all can be taken away.
 */
final class TrackedDisplay extends Display {

    /** Taken for the size of a terminal that does not know it, and says 0. */
    private static final Size USUAL = Size.of(80, 24);

    private final Size size;
    private List<AttributedString> drawn = List.of();

    TrackedDisplay(Terminal terminal) {
        super(terminal, false);
        Size whole = terminal.getSize();
        boolean known = whole.getColumns() > 0 && whole.getRows() > 0;
        Size usable = known ? whole : USUAL;
        this.size = Size.of(Math.max(1, usable.getColumns() - 1), usable.getRows());
        resize(size);
    }

    /** Returns the part of the terminal that is drawn to. */
    Size size() {
        return size;
    }

    @Override
    public void update(List<AttributedString> rows, int target, boolean flush) {
        drawn = List.copyOf(rows);
        super.update(rows, target, flush);
    }

    /** Takes away what was drawn, of a terminal that has another size by now; the cursor stands where it began. */
    void erase() {
        int width = Math.max(1, terminal.getSize().getColumns());
        terminal.puts(Capability.carriage_return);
        for (int i = rowsAboveCursor(width); i > 0; i--) {
            terminal.puts(Capability.cursor_up);
        }
        terminal.puts(Capability.clr_eos);
    }

    private int rowsAboveCursor(int width) {
        int row = cursorPos / (size.getColumns() + 1);
        int column = cursorPos % (size.getColumns() + 1);
        int rows = 0;
        for (int i = 0; i < row; i++) {
            rows += 1 + Math.max(0, columns(i) - 1) / width;
        }
        boolean behindFullRow =
                column == columns(row) && column > 0; // then the cursor has not gone to a further one yet
        return rows + (behindFullRow ? column - 1 : column) / width;
    }

    private int columns(int index) {
        if (index >= drawn.size()) {
            return 0;
        }
        AttributedString text = drawn.get(index);
        int length = text.length();
        boolean ended = length > 0 && text.charAt(length - 1) == '\n';
        return text.subSequence(0, ended ? length - 1 : length).columnLength();
    }
}
