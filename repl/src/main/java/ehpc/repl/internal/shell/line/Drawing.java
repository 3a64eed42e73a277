package ehpc.repl.internal.shell.line;

import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * What is drawn of an entry, in rows that leave the terminal's last column free: no row is continued in the next one, so it is known how
 * a terminal of another width breaks them, and all can be taken away.
 */
final class Drawing extends Display {

    /** Taken for the size of a terminal that does not know it, and says 0. */
    private static final Size USUAL = Size.of(80, 24);

    private List<AttributedString> drawn = List.of();

    Drawing(Terminal terminal, Size size) {
        super(terminal, false);
        resize(size);
    }

    /** The part of a terminal that is drawn to. */
    static Size of(Size terminal) {
        boolean known = terminal.getColumns() > 0 && terminal.getRows() > 0;
        Size size = known ? terminal : USUAL;
        return Size.of(Math.max(1, size.getColumns() - 1), size.getRows());
    }

    @Override
    public void update(List<AttributedString> rows, int cursor, boolean flush) {
        drawn = List.copyOf(rows);
        super.update(rows, cursor, flush);
    }

    /** Takes away what was drawn, of a terminal that is so many columns wide by now; the cursor stands where it began. */
    void erase(int width) {
        terminal.puts(Capability.carriage_return);
        for (int i = rowsAboveCursor(width); i > 0; i--) {
            terminal.puts(Capability.cursor_up);
        }
        terminal.puts(Capability.clr_eos);
    }

    private int rowsAboveCursor(int width) {
        int row = cursorPos / columns1;
        int column = cursorPos % columns1;
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
