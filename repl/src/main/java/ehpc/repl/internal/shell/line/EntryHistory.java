package ehpc.repl.internal.shell.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.impl.history.DefaultHistory;

/** The history of the line editor; each entry is written to a file immediately, if it may be kept. */
final class EntryHistory extends DefaultHistory implements AutoCloseable {

    private final HistoryFile file;
    private final HistoryKeeper keeper;

    EntryHistory(HistoryFile file) {
        this.file = file;
        this.keeper = new HistoryKeeper(file);
        takeLoaded();
    }

    /** Adds the entries of earlier shells before those of this one, as soon as they are read. Must not be called while a line is edited. */
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
        if (file.keeps(entry) && !again) {
            internalAdd(time, entry);
            keeper.add(entry);
        }
    }

    /** Returns all entries, oldest first. */
    List<String> entries() {
        List<String> entries = new ArrayList<>();
        iterator(first()).forEachRemaining(entry -> entries.add(entry.line()));
        return entries;
    }

    private void clear() {
        try {
            purge(); // removes no file, because the reader has none
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        keeper.close();
    }
}
