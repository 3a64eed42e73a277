package ehpc.repl.internal.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The one line at the bottom of a terminal that tells how things go, drawn again and again on standard error. Whatever else is
 * written goes through {@link #guard}, which takes the line away first. Safe for use by several threads.
 */
public final class Screen {

    private static final String ERASE = "\r\u001B[K";

    private final OutputStream error;
    private boolean drawn;
    private boolean lineOpen;
    private boolean ended;

    /**
     * @param error standard error, a terminal
     */
    public Screen(OutputStream error) {
        this.error = error;
    }

    /** The same stream for everybody else. */
    public OutputStream guard(OutputStream stream) {
        return new Guarded(stream);
    }

    /** Draws the line, in place of the one before; not while another text has not come to its line's end. */
    public synchronized void draw(String line) {
        if (!ended && !lineOpen) {
            send(ERASE + line);
            drawn = true;
        }
    }

    /** Takes the line away. */
    public synchronized void erase() {
        if (drawn) {
            drawn = false;
            send(ERASE);
        }
    }

    /** Takes the line away for good. */
    public synchronized void end() {
        erase();
        ended = true;
    }

    private void send(String text) {
        try {
            error.write(text.getBytes(StandardCharsets.UTF_8));
            error.flush();
        } catch (IOException e) {
            ended = true; // the terminal is gone, and with it the one who would read of that
        }
    }

    private void write(Writing writing, int last) throws IOException {
        synchronized (this) {
            erase();
            writing.run();
            lineOpen = last != '\n';
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private final class Guarded extends OutputStream {

        private final OutputStream to;

        Guarded(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            Screen.this.write(() -> to.write(b), b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                Screen.this.write(() -> to.write(bytes, from, length), bytes[from + length - 1]);
            }
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }
    }
}
