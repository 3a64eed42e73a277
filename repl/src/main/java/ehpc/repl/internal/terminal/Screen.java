package ehpc.repl.internal.terminal;

import ehpc.text.TextWidth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/**
 * The progress line at the bottom of a terminal, drawn repeatedly on standard error. All other output passes {@link #guard}, which erases
 * the line first. Thread-safe.
 */
public final class Screen {

    private static final String ERASE = "\r\u001B[K";

    private final OutputStream error;
    private AbovePrompt above = AbovePrompt.NONE;
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

    /** Returns a stream for all other output. */
    public OutputStream guard(OutputStream stream) {
        return new Guarded(stream);
    }

    /** Sets the edited line; output appears above it. */
    public synchronized void above(AbovePrompt prompt) {
        above = prompt;
    }

    /** Sets the width of the terminal: if it shrank, it may show the line in several rows. */
    public synchronized void width(IntSupplier columns) {
        width = columns;
    }

    /** Draws the line in place of the former one, except after unfinished output or while a line is edited. */
    public synchronized void draw(String line) {
        if (!ended && !lineOpen && !above.isTyping()) {
            send(eraser() + line);
            drawn = TextWidth.of(line);
        }
    }

    /** Erases the line. */
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

    /** Ends an unfinished line of output, so that a prompt starts in a new one. */
    public synchronized void endLine() {
        erase();
        if (lineOpen) {
            lineOpen = false;
            send("\n");
        }
    }

    /** Erases the line; it is not drawn again. */
    public synchronized void end() {
        erase();
        ended = true;
    }

    /** Sends control sequences to the terminal, also while a line is edited. */
    public synchronized void reset(String controls) {
        send(controls);
    }

    private void send(String text) {
        try {
            error.write(text.getBytes(StandardCharsets.UTF_8));
            error.flush();
        } catch (IOException e) {
            ended = true; // the terminal is gone, and with it the place for a message
        }
    }

    private final class Guarded extends OutputStream {

        private final OutputStream to;

        /** Output of an incomplete line, written while a line is edited. */
        private final ByteArrayOutputStream incomplete = new ByteArrayOutputStream();

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
                    incomplete.write(bytes, from, length);
                    showLines();
                } else if (length > 0) {
                    erase();
                    incomplete.writeTo(to);
                    incomplete.reset();
                    to.write(bytes, from, length);
                    lineOpen = bytes[from + length - 1] != '\n';
                }
            }
        }

        private void showLines() {
            byte[] all = incomplete.toByteArray();
            int end = all.length;
            while (end > 0 && all[end - 1] != '\n') {
                end--;
            }
            if (end > 0) {
                incomplete.reset();
                incomplete.write(all, end, all.length - end);
                above.show(new String(all, 0, end, StandardCharsets.UTF_8));
            }
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }
    }
}
