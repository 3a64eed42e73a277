package ehpc.journal;

import ehpc.EhpcClient;
import ehpc.api.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The journal of a run that may change nothing, such as an entry of a shell: it is begun before the first change. If it cannot be written then, the
 * change fails and is not sent. Thread-safe.
 */
public final class JournalOnDemand implements AutoCloseable {

    private final Supplier<Journal> beginning;
    private final List<Secret> secrets = new ArrayList<>();
    private Optional<Journal> journal = Optional.empty();

    /**
     * Creates a journal that is begun before the first change.
     *
     * @param beginning begins the journal; an exception prevents the change
     */
    public JournalOnDemand(Supplier<Journal> beginning) {
        this.beginning = beginning;
    }

    /** Returns a journal that was begun before; closing one closes both. */
    public static JournalOnDemand of(Journal journal) {
        JournalOnDemand begun = new JournalOnDemand(() -> journal);
        begun.begin();
        return begun;
    }

    /** Returns an account whose changes of the service are recorded. */
    public EhpcClient over(EhpcClient ehpc) {
        return ehpc.withEffects(beneath -> new RecordingEffects(this::begun, beneath, ehpc));
    }

    /**
     * Begins the journal now.
     *
     * @throws JournalException if it cannot be written
     */
    public void begin() {
        begun();
    }

    private synchronized Journal begun() {
        if (journal.isEmpty()) {
            Journal fresh = beginning.get();
            secrets.forEach(fresh::secret);
            journal = Optional.of(fresh);
        }
        return journal.get();
    }

    /** Registers a secret, which is replaced by asterisks. */
    public synchronized void secret(Secret secret) {
        secrets.add(secret);
        journal.ifPresent(one -> one.secret(secret));
    }

    /** Returns the id of the run; empty if it has changed nothing yet. */
    public synchronized Optional<String> id() {
        return journal.map(Journal::id);
    }

    /** Returns how many steps of a resumed script were taken from the journal instead of performing them. */
    public synchronized int stepsTaken() {
        return journal.map(Journal::stepsTaken).orElse(0);
    }

    /** Returns the titles of the recorded steps that a resumed script has not repeated. */
    public synchronized List<String> unrepeated() {
        return journal.map(Journal::unrepeated).orElse(List.of());
    }

    /**
     * Records the end of the run, if it changed anything.
     *
     * @param exitCode the exit code, as of the command line
     */
    public synchronized void end(int exitCode) {
        journal.ifPresent(one -> one.end(exitCode));
    }

    /** Closes the journal. Without {@link #end}, the run counts as broken off. */
    @Override
    public synchronized void close() {
        journal.ifPresent(Journal::close);
    }
}
