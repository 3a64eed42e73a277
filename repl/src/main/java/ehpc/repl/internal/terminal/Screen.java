package ehpc.repl.internal.terminal;

import ehpc.text.TextWidth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/**
 * The one line at the bottom of a terminal that tells how things go, drawn again and again on standard error. Whatever else is
 * written goes through {@link #guard}, which takes the line away first. Safe for use by several threads.
 */
public final class Screen {

    private static final String ERASE = "\r\u001B[K";

    private final OutputStream error;
    private AbovePrompt above = AbovePrompt.NOBODY;
    private IntSupplier width = () -> Integer.MAX_VALUE;
    private int drawn;
    private boolean lineOpen;
    private boolean ended;

    /**
     * @param error standard error, a terminal
     */
    public Screen(OutputStream error) {
        this.error = error;
    }

    /** Returns the same stream for everybody else. */
    public OutputStream guard(OutputStream stream) {
        return new Guarded(stream);
    }

    /** From now on, what is written while somebody types goes above that line. */
    public synchronized void above(AbovePrompt typing) {
        above = typing;
    }

    /** How wide the terminal is: one that became narrower may have broken the line that was drawn into several. */
    public synchronized void width(IntSupplier columns) {
        width = columns;
    }

    /** Draws the line, in place of the one before; not while another text has not come to its line's end, nor while somebody types. */
    public synchronized void draw(String line) {
        if (!ended && !lineOpen && !above.isTyping()) {
            send(eraser() + line);
            drawn = TextWidth.of(line);
        }
    }

    /** Takes the line away. */
    public synchronized void erase() {
        if (drawn > 0) {
            send(eraser());
            drawn = 0;
        }
    }

    private String eraser() {
        int rowsAbove = Math.max(0, drawn - 1) / Math.max(1, width.getAsInt());
        return rowsAbove == 0 ? ERASE : "\r\u001B[" + rowsAbove + "A\u001B[J";
    }

    /** Ends a line that was begun and not ended, so that another one can begin. */
    public synchronized void endLine() {
        erase();
        if (lineOpen) {
            lineOpen = false;
            send("\n");
        }
    }

    /** Takes the line away for good. */
    public synchronized void end() {
        erase();
        ended = true;
    }

    /** Sends the terminal what sets it back, past all that is being typed. */
    public synchronized void reset(String controls) {
        send(controls);
    }

    private void send(String text) {
        try {
            error.write(text.getBytes(StandardCharsets.UTF_8));
            error.flush();
        } catch (IOException e) {
            ended = true; // the terminal is gone, and with it the one who would read of that
        }
    }

    private final class Guarded extends OutputStream {

        private final OutputStream to;
        /** What was written while somebody typed, of a line that is not whole yet. */
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

        Guarded(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            synchronized (Screen.this) {
                if (above.isTyping()) {
                    begun.write(bytes, from, length);
                    showLines();
                } else if (length > 0) {
                    erase();
                    begun.writeTo(to);
                    begun.reset();
                    to.write(bytes, from, length);
                    lineOpen = bytes[from + length - 1] != '\n';
                }
            }
        }

        private void showLines() {
            byte[] all = begun.toByteArray();
            int end = all.length;
            while (end > 0 && all[end - 1] != '\n') {
                end--;
            }
            if (end > 0) {
                begun.reset();
                begun.write(all, end, all.length - end);
                above.show(new String(all, 0, end, StandardCharsets.UTF_8));
            }
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }
    }
}
