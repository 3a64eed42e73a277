package ehpc.repl.internal.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Standard output that does not stop a script when its reader is gone: after the first failure it discards all output and keeps the
 * reason. Thread-safe.
 */
public final class ResultStream extends OutputStream {

    private final OutputStream to;
    private IOException failure;
    private volatile boolean ended;

    public ResultStream(OutputStream to) {
        this.to = to;
    }

    /** Returns the reason of the first failure. */
    public synchronized Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Discards all further output, which is no failure. */
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
