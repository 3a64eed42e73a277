package ehpc.local.internal.port;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** The bytes of one direction of a connection. Reads only as much as it can keep until the other side accepts it. */
final class ByteFlow {

    private static final int KEPT = 16 << 10;

    private final SocketChannel from;
    private final SocketChannel to;
    private final ByteBuffer kept = ByteBuffer.allocate(KEPT);
    private boolean ended;

    ByteFlow(SocketChannel from, SocketChannel to) {
        this.from = from;
        this.to = to;
    }

    /** Moves bytes until it would have to wait. */
    void move() throws IOException {
        int read;
        do {
            read = wantsToRead() ? from.read(kept) : 0;
            ended |= read < 0;
            if (wantsToWrite()) {
                kept.flip();
                to.write(kept);
                kept.compact();
            }
        } while (read > 0 && !wantsToWrite());
    }

    boolean wantsToRead() {
        return !ended && kept.hasRemaining();
    }

    boolean wantsToWrite() {
        return kept.position() > 0;
    }

    /** Returns whether all bytes have been moved, to the end. */
    boolean isComplete() {
        return ended && !wantsToWrite();
    }
}
