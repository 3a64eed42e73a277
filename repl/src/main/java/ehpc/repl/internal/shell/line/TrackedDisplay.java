package ehpc.repl.internal.shell.line;

import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * JLine's display of an entry, with a record of its rows. They leave the last column of the terminal free: no row continues in the next one,
 * so their breaks on a terminal of another width can be computed, and all rows can be erased.
 */
final class TrackedDisplay extends Display {

    /** The size of a terminal that reports 0. */
    private static final Size DEFAULT_SIZE = Size.of(80, 24);

    private final Size size;
    private List<AttributedString> drawn = List.of();

    TrackedDisplay(Terminal terminal) {
        super(terminal, false);
        Size full = terminal.getSize();
        boolean known = full.getColumns() > 0 && full.getRows() > 0;
        Size usable = known ? full : DEFAULT_SIZE;
        this.size = Size.of(Math.max(1, usable.getColumns() - 1), usable.getRows());
        resize(size);
    }

    /** Returns the size of the used part of the terminal. */
    Size size() {
        return size;
    }

    @Override
    public void update(List<AttributedString> rows, int target, boolean flush) {
        drawn = List.copyOf(rows);
        super.update(rows, target, flush);
    }

    /** Erases the rows from a terminal with another size, and moves the cursor to their beginning. */
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
        boolean afterFullRow = column == columns(row) && column > 0; // the cursor is not yet in the next row
        return rows + (afterFullRow ? column - 1 : column) / width;
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
