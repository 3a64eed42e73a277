package ehpc.local.internal.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Records of an account or cluster by their id, in a file: job templates, settings of schedulers. Thread-safe; each change is on disk when
 * its method returns.
 */
public final class KeptRecords {

    /** The records, as they are in the file; {@code last} is the number of the latest. */
    public record Content(int last, Map<String, Map<String, Object>> all) {

        /** Returns the records with this one as the latest. */
        public Content with(String id, Map<String, Object> record) {
            Map<String, Map<String, Object>> changed = new TreeMap<>(all);
            changed.put(id, record);
            return new Content(all.containsKey(id) ? last : last + 1, changed);
        }

        /** Returns the records without these. */
        public Content without(List<String> ids) {
            Map<String, Map<String, Object>> changed = new TreeMap<>(all);
            changed.keySet().removeAll(ids);
            return new Content(last, changed);
        }
    }

    private final Path file;
    private Content content;

    KeptRecords(Path file) {
        this.file = file;
        this.content = JsonFile.read(file, Content.class).orElse(new Content(0, Map.of()));
    }

    public synchronized Content content() {
        return content;
    }

    public Optional<Map<String, Object>> find(String id) {
        return Optional.ofNullable(content().all().get(id));
    }

    /** Changes the records; a refusal in the change leaves them as they are. */
    public synchronized void change(UnaryOperator<Content> change) {
        Content changed = change.apply(content);
        JsonFile.write(file, changed);
        content = changed;
    }
}
