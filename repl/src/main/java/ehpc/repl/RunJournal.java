package ehpc.repl;

import ehpc.EhpcClient;
import ehpc.api.Secret;
import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import ehpc.journal.JournalException;
import ehpc.journal.JournalHeader;
import ehpc.journal.JournalOnDemand;
import ehpc.journal.JournaledRun;
import ehpc.journal.Journals;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.journal.UserJournals;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The journal of a script of the command line. It is empty with {@code --no-journal}, and on a local service, whose commands end with the
 * process.
 */
final class RunJournal implements AutoCloseable {

    private static final String WITHOUT = "; " + Options.NO_JOURNAL + " runs without one";

    private final Optional<JournalOnDemand> journal;

    private RunJournal(Optional<JournalOnDemand> journal) {
        this.journal = journal;
    }

    /** Returns no journal. */
    static RunJournal none() {
        return new RunJournal(Optional.empty());
    }

    /**
     * Begins the journal of a script or a plan.
     *
     * @param file the file of a script or a plan
     * @param source the text; empty for one that cannot be resumed
     * @param marked whether commands get a marker
     * @throws UsageException if it cannot be written
     */
    static RunJournal begin(
            Optional<Path> file,
            ScriptSource source,
            List<String> args,
            boolean marked,
            Connection connection,
            Invocation invocation) {
        RunJournal journal = onDemand(file, source, args, marked, connection, invocation);
        try {
            journal.journal.ifPresent(JournalOnDemand::begin);
            return journal;
        } catch (JournalException e) {
            throw new UsageException(e.getMessage() + WITHOUT);
        }
    }

    private static RunJournal onDemand(
            Optional<Path> file,
            ScriptSource source,
            List<String> args,
            boolean marked,
            Connection connection,
            Invocation invocation) {
        if (connection.service().isPresent() || !invocation.options().journal()) {
            return none();
        }
        Journals journals = UserJournals.find(invocation.console().env())
                .orElseThrow(() -> new UsageException("no journal can be written: HOME is not set" + WITHOUT));
        EhpcClient ehpc = connection.ehpc();
        JournalHeader header = new JournalHeader(
                source.name(),
                file.map(path -> path.toAbsolutePath().toString()).orElse(""),
                source.text(),
                args,
                ehpc.hasRegion() ? ehpc.region() : "",
                invocation.options().endpoint().orElse(""),
                marked);
        return new RunJournal(Optional.of(journals.onDemand(header)));
    }

    /**
     * Returns the journal of a command of ehpc that is no script; it is begun before the first change.
     *
     * @param title the title of the run
     * @param marked whether a command gets a marker
     */
    static RunJournal onDemand(String title, boolean marked, Connection connection, Invocation invocation) {
        return onDemand(Optional.empty(), new ScriptSource(title, ""), List.of(), marked, connection, invocation);
    }

    /** Opens the journal of a resumed run. */
    static RunJournal resume(JournaledRun run) {
        return new RunJournal(Optional.of(JournalOnDemand.of(run.resume())));
    }

    /** Returns the options of the account, at the endpoint and in the region of a run unless others are given. */
    static ConnectionOptions account(JournaledRun run, Invocation invocation) {
        ConnectionOptions account =
                Connecting.options(invocation.options(), invocation.console().env());
        requireSame(
                "--endpoint", run, invocation.options().endpoint(), run.header().endpoint());
        requireSame("--region", run, invocation.options().region(), run.header().region());
        if (account.region().isEmpty() && !run.header().region().isEmpty()) {
            account = account.region(run.header().region());
        }
        if (account.endpoint().isEmpty() && !run.header().endpoint().isEmpty()) {
            account = account.endpoint(run.header().endpoint());
        }
        return account;
    }

    /** Another service, or another region of it, does not have the commands of a run. */
    private static void requireSame(String option, JournaledRun run, Optional<String> given, String recorded) {
        given.filter(value -> !value.equals(recorded)).ifPresent(value -> {
            throw new UsageException(option + " must be that of run " + run.id() + ", "
                    + (recorded.isEmpty() ? "which had none" : recorded) + ", is " + value);
        });
    }

    /**
     * Returns the run in the operands of a command.
     *
     * @throws UsageException unless there is exactly one operand
     */
    static JournaledRun named(List<String> ids, Invocation invocation) {
        if (ids.size() != 1) {
            throw new UsageException("one run must be given, got " + ids.size() + "; 'ehpc runs' lists them");
        }
        if (invocation.options().local()) {
            throw new UsageException("--local is not allowed: the commands of a local service end with its process");
        }
        return UserJournals.of(invocation.console().env()).run(ids.get(0));
    }

    /** Returns an account whose changes are recorded. */
    EhpcClient over(EhpcClient ehpc) {
        return journal.map(one -> one.over(ehpc)).orElse(ehpc);
    }

    /** Registers a secret of the script, which the journal omits. */
    void secret(Secret secret) {
        journal.ifPresent(one -> one.secret(secret));
    }

    /** Records the exit code of the run. */
    void end(int exitCode) {
        journal.ifPresent(one -> one.end(exitCode));
    }

    /** Returns how many steps of a resumed script were taken from the journal instead of performing them. */
    int stepsTaken() {
        return journal.map(JournalOnDemand::stepsTaken).orElse(0);
    }

    /** Returns the titles of the recorded steps that a resumed script has not repeated. */
    List<String> unrepeated() {
        return journal.map(JournalOnDemand::unrepeated).orElse(List.of());
    }

    /** Returns the id of the run; empty without a journal. */
    Optional<String> id() {
        return journal.flatMap(JournalOnDemand::id);
    }

    @Override
    public void close() {
        journal.ifPresent(JournalOnDemand::close);
    }
}
