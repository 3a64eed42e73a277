package ehpc.repl.internal.shell;

import ehpc.EhpcClient;
import ehpc.api.Secret;
import ehpc.connect.ConnectionOptions;
import ehpc.journal.Journal;
import ehpc.journal.JournalHeader;
import ehpc.journal.JournalOnDemand;
import ehpc.journal.JournaledRun;
import ehpc.journal.Journals;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.journal.UserJournals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The recorded runs of a shell: each entry that changes something is one. There are none on a local service, whose commands end with the shell.
 * Thread-safe.
 */
public final class ShellRuns {

    private static final int MOST_RECENT = 50;

    private final Map<String, String> env;
    private final Account account;
    private final boolean journaled;
    private final boolean marked;
    private final List<Secret> secrets = new CopyOnWriteArrayList<>();

    /**
     * @param journaled whether entries have a journal
     * @param marked whether their commands get a marker
     */
    ShellRuns(Map<String, String> env, Account account, boolean journaled, boolean marked) {
        this.env = env;
        this.account = account;
        this.journaled = journaled;
        this.marked = marked;
    }

    /** Returns the journals of the user. */
    public Journals journals() {
        return UserJournals.of(env);
    }

    /**
     * Returns the journal of a new run, which begins with its first change; empty if there is none.
     *
     * @param title the title of the run
     */
    public Optional<JournalOnDemand> begin(String title) {
        if (!journaled || account.isLocal()) {
            return Optional.empty();
        }
        EhpcClient ehpc = account.ehpc();
        JournalHeader header =
                new JournalHeader(title, "", "", List.of(), ehpc.hasRegion() ? ehpc.region() : "", endpoint(), marked);
        JournalOnDemand journal = new JournalOnDemand(() -> begun(header));
        secrets.forEach(journal::secret);
        return Optional.of(journal);
    }

    private Journal begun(JournalHeader header) {
        return UserJournals.find(env)
                .orElseThrow(
                        () -> new UsageException("no journal can be written: HOME is not set; a shell that was started"
                                + " with --no-journal keeps none"))
                .begin(header);
    }

    /** Registers a secret that was read during a run; later entries may use it, so no later journal stores it either. */
    public void secret(Secret secret, Optional<JournalOnDemand> journal) {
        secrets.add(secret);
        journal.ifPresent(one -> one.secret(secret));
    }

    /** Returns whether commands get a marker: the journal adds it. */
    public boolean marks() {
        return journaled && marked && !account.isLocal();
    }

    private String endpoint() {
        return account.options().endpoint().orElse("");
    }

    /**
     * Returns a run of the service that the shell is connected to.
     *
     * @param id its id, or a beginning or end of it that no other run has
     * @throws UsageException if it is of another service
     */
    public JournaledRun run(String id) {
        if (account.isLocal()) {
            throw new UsageException("the commands of a local service end with it; no run has results to collect");
        }
        JournaledRun run = journals().run(id);
        if (!run.header().endpoint().equals(endpoint())) {
            throw new UsageException("run " + run.id() + " is of "
                    + place(run.header().endpoint()) + ", the shell is connected to " + place(endpoint()));
        }
        return run;
    }

    private static String place(String endpoint) {
        return endpoint.isEmpty() ? "the regions' endpoints" : "endpoint " + endpoint;
    }

    /** Returns the ids of the newest runs without reading their journals, for completion. */
    public List<String> recent() {
        return UserJournals.find(env).map(Journals::ids).orElse(List.of()).stream()
                .limit(MOST_RECENT)
                .toList();
    }

    /** Returns the runs of the same service with results that no process collects, the newest first. */
    List<JournaledRun> uncollected() {
        ConnectionOptions options = account.options();
        if (options.local().isPresent()) {
            return List.of();
        }
        return UserJournals.find(env).map(Journals::runs).orElse(List.of()).stream()
                .filter(run -> run.state() != JournaledRun.State.ACTIVE && run.isUnsettled())
                .filter(run -> run.header().endpoint().equals(endpoint()))
                .toList();
    }

    /** Returns a line on {@link #uncollected} runs; empty if there are none. */
    Optional<String> offer() {
        List<JournaledRun> runs = uncollected();
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        JournaledRun newest = runs.get(0);
        String step = newest.steps().stream()
                .filter(one -> one.isUnsettled())
                .findFirst()
                .map(one -> one.title() + " on " + one.cluster())
                .orElseThrow();
        return Optional.of(
                runs.size() == 1
                        ? "run " + newest.id() + " has results to collect: " + step + "; /attach " + newest.id()
                        : runs.size() + " runs have results to collect, the newest: " + step + "; /attach "
                                + newest.id() + ", /runs --unsettled");
    }
}
