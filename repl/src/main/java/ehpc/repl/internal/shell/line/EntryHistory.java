package ehpc.repl.internal.shell.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.impl.history.DefaultHistory;

/** The history that keys walk through; what may be kept goes to a file at once. */
final class EntryHistory extends DefaultHistory implements AutoCloseable {

    private final HistoryKeeper keeper;

    EntryHistory(HistoryFile file) {
        this.keeper = new HistoryKeeper(file);
        takeLoaded();
    }

    /** Puts the entries of earlier shells before those of this one, as soon as they have been read; not while a line is being typed. */
    void takeLoaded() {
        keeper.loaded().ifPresent(earlier -> {
            List<String> own = entries();
            clear();
            earlier.forEach(entry -> internalAdd(Instant.EPOCH, entry));
            own.forEach(entry -> internalAdd(Instant.EPOCH, entry));
            moveToEnd();
        });
    }

    @Override
    public void add(Instant time, String entry) {
        boolean again = size() > 0 && get(last()).equals(entry);
        if (HistoryFile.mayKeep(entry) && !again) {
            internalAdd(time, entry);
            keeper.add(entry);
        }
    }

    /** Everything, oldest first. */
    List<String> entries() {
        List<String> entries = new ArrayList<>();
        iterator(first()).forEachRemaining(entry -> entries.add(entry.line()));
        return entries;
    }

    private void clear() {
        try {
            purge(); // of no file: the reader knows none
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        keeper.close();
    }
}
