package ehpc.repl.internal.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Standard output that does not stop a script when nobody takes its results any more: after the first write that fails it
 * drops what is written and remembers why. Safe for use by several threads.
 */
public final class ResultStream extends OutputStream {

    private final OutputStream to;
    private IOException failure;
    private volatile boolean ended;

    public ResultStream(OutputStream to) {
        this.to = to;
    }

    /** Returns why writing ended. */
    public synchronized Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Drops what is written from now on, which is no failure. */
    public void end() {
        ended = true;
    }

    @Override
    public void write(int b) {
        attempt(() -> to.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        attempt(() -> to.write(bytes, from, length));
    }

    @Override
    public void flush() {
        attempt(to::flush);
    }

    private synchronized void attempt(Writing writing) {
        if (ended || failure != null) {
            return;
        }
        try {
            writing.run();
        } catch (IOException e) {
            failure = e;
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
