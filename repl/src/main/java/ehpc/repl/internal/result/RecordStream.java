package ehpc.repl.internal.result;

import ehpc.repl.internal.render.Records;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes records immediately, as one text that {@link #close} completes. Records of other threads after that are discarded. Thread-safe.
 */
public final class RecordStream implements AutoCloseable {

    private static final int PIECE = 16_384;

    private final Records form;
    private final PrintStream out;
    private final boolean writeEmpty;
    private boolean empty = true;
    private boolean closed;

    /** Begins the text. */
    public RecordStream(Records form, PrintStream out) {
        this(form, out, true);
    }

    /**
     * Begins the text.
     *
     * @param writeEmpty whether there is a text without any records; otherwise the first record begins it
     */
    public RecordStream(Records form, PrintStream out, boolean writeEmpty) {
        this.form = form;
        this.out = out;
        this.writeEmpty = writeEmpty;
        if (writeEmpty) {
            out.print(form.opening());
            out.flush();
        }
    }

    /** Writes and flushes records. */
    public synchronized void write(Stream<? extends List<?>> records) {
        if (closed) {
            return;
        }
        StringBuilder piece = new StringBuilder();
        records.forEach(values -> {
            if (empty && !writeEmpty) {
                piece.append(form.opening());
            }
            piece.append(form.record(values, empty));
            empty = false;
            if (piece.length() > PIECE) {
                out.print(piece);
                piece.setLength(0);
            }
        });
        out.print(piece);
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            if (empty && !writeEmpty) {
                return;
            }
            out.print(form.closing(empty));
            out.flush();
        }
    }
}
