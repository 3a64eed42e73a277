package ehpc.repl.internal.shell.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.impl.history.DefaultHistory;

/** The history that keys walk through; what may be kept goes to a file at once. */
final class EntryHistory extends DefaultHistory {

    private final HistoryFile file;

    EntryHistory(HistoryFile file) {
        this.file = file;
        file.load().forEach(entry -> internalAdd(Instant.EPOCH, entry));
        moveToEnd();
    }

    @Override
    public void add(Instant time, String entry) {
        boolean again = size() > 0 && get(last()).equals(entry);
        if (HistoryFile.mayKeep(entry) && !again) {
            internalAdd(time, entry);
            file.add(entry);
        }
    }

    /** Everything, oldest first. */
    List<String> entries() {
        List<String> entries = new ArrayList<>();
        iterator(first()).forEachRemaining(entry -> entries.add(entry.line()));
        return entries;
    }
}
