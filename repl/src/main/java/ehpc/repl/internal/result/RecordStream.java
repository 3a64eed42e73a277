package ehpc.repl.internal.result;

import ehpc.repl.internal.render.Records;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes records as they come, and makes one whole text of them: {@link #close} ends it, also when that is called while another
 * thread is about to write more, which is dropped then. Safe for use by several threads.
 */
public final class RecordStream implements AutoCloseable {

    private static final int PIECE = 16_384;

    private final Records form;
    private final PrintStream out;
    private final boolean evenEmpty;
    private boolean empty = true;
    private boolean closed;

    /** Begins the text. */
    public RecordStream(Records form, PrintStream out) {
        this(form, out, true);
    }

    /**
     * Begins the text.
     *
     * @param evenEmpty whether there is a text where there are no records; else it begins with the first
     */
    public RecordStream(Records form, PrintStream out, boolean evenEmpty) {
        this.form = form;
        this.out = out;
        this.evenEmpty = evenEmpty;
        if (evenEmpty) {
            out.print(form.opening());
            out.flush();
        }
    }

    /** Writes records; all of them are on their way when it returns. */
    public synchronized void write(Stream<? extends List<?>> records) {
        if (closed) {
            return;
        }
        StringBuilder piece = new StringBuilder();
        records.forEach(values -> {
            if (empty && !evenEmpty) {
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
            if (empty && !evenEmpty) {
                return;
            }
            out.print(form.closing(empty));
            out.flush();
        }
    }
}
