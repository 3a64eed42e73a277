package ehpc.repl.internal.shell;

import ehpc.EhpcClient;
import ehpc.RunListener;
import ehpc.api.ApiException;
import ehpc.edit.Document;
import ehpc.edit.KnownNames;
import ehpc.edit.KnownNames.Wanted;
import ehpc.journal.JournalOnDemand;
import ehpc.journal.ResumeRefusedException;
import ehpc.plan.Step;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.Failures;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.result.Listeners;
import ehpc.repl.internal.terminal.Color;
import ehpc.repl.internal.terminal.Console;
import ehpc.repl.internal.terminal.ProgressLine;
import ehpc.repl.internal.terminal.Screen;
import ehpc.script.InteractiveSession;
import ehpc.script.SessionContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shell: the state shared by its loop, its entries and its commands. */
final class DefaultShell implements ShellAtPrompt, AutoCloseable {

    private final Console console;
    private final Settings settings;
    private final Account account;
    private final ShellCommands commands;
    private final Engine engine = new Engine();
    private final ForegroundTask work = new ForegroundTask();
    private final PendingReports pending;
    private final ShellRuns runs;
    private final ErrorReporter errors;
    private final Entries entries;
    private final List<HistoryItem> successful = new ArrayList<>();
    private final LiveNames names;
    private final Input input;
    private volatile boolean leaving;
    private volatile int exitCode;

    DefaultShell(
            ShellConfig config,
            Account account,
            ShellCommands commands,
            Function<? super ShellAtPrompt, ? extends Input> inputs) {
        this.console = config.console();
        this.settings = config.settings();
        this.account = account;
        this.commands = commands;
        ShellAdvice advice = new ShellAdvice(() -> context().region().or(account::region));
        this.pending = new PendingReports(account::options, advice);
        console.atSignal(() -> pending.atSignal().forEach(this::printAtSignal));
        this.runs = new ShellRuns(console.env(), account, config.journaled(), config.marked());
        this.errors = new ErrorReporter(console, settings, advice);
        this.entries = new Entries(this);
        this.names = new LiveNames(
                this::place,
                new ServiceNames(this::ehpc, console.env()),
                Executors.newCachedThreadPool(DefaultShell::background),
                System::nanoTime,
                errors::reportOnce);
        this.input = inputs.apply(this);
        input.atInterrupt(work::interrupt);
        console.screen().ifPresent(screen -> screen.above(input));
    }

    private static Thread background(Runnable task) {
        Thread thread = new Thread(task, "ehpc-names");
        thread.setDaemon(true);
        return thread;
    }

    private Object place() {
        return List.of(account.options(), account.region(), context().region());
    }

    @Override
    public KnownNames names() {
        return names.snapshot();
    }

    @Override
    public void want(Collection<Wanted> wanted) {
        names.want(wanted);
    }

    @Override
    public boolean isFetching() {
        return names.isFetching();
    }

    @Override
    public boolean isUsable() {
        return engine.isUsable();
    }

    @Override
    public void reportOnce(Throwable failure) {
        errors.reportOnce(failure);
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public InteractiveSession session() {
        return engine.session();
    }

    @Override
    public ShellCommands commands() {
        return commands;
    }

    @Override
    public ShellRuns runs() {
        return runs;
    }

    @Override
    public <T> T performing(
            Optional<JournalOnDemand> journal, Optional<String> run, Function<? super EhpcClient, T> work) {
        Optional<ProgressLine> progress = console.progressLine();
        RunListener reports = pending.of(() -> run.or(() -> journal.flatMap(JournalOnDemand::id)));
        RunListener listener = new Listeners(
                Stream.concat(Stream.of(reports), progress.stream()).toList());
        EhpcClient ehpc = account.ehpc().withListener(listener);
        try {
            T done = work.apply(journal.map(one -> one.over(ehpc)).orElse(ehpc));
            journal.ifPresent(one -> one.end(ExitCode.OK.number()));
            return done;
        } catch (RuntimeException e) {
            if (!(e.getCause() instanceof ResumeRefusedException)) {
                journal.ifPresent(one -> one.end(Failures.code(e).number()));
            }
            throw e;
        } finally {
            journal.ifPresent(JournalOnDemand::close);
            progress.ifPresent(ProgressLine::close);
        }
    }

    @Override
    public Predicate<Step> approval() {
        return new StepQuestion(this, pending::waiting);
    }

    Engine engine() {
        return engine;
    }

    @Override
    public Document document(String text) {
        return engine.document(text);
    }

    private SessionContext context() {
        return engine.context();
    }

    ForegroundTask work() {
        return work;
    }

    PendingReports pending() {
        return pending;
    }

    ErrorReporter errors() {
        return errors;
    }

    Input input() {
        return input;
    }

    boolean isLeaving() {
        return leaving;
    }

    @Override
    public void note(String line) {
        String shown = console.secrets().apply(line);
        console.err().println(isColored() ? Color.FAINT.on(shown) : shown);
    }

    /** Ends the line of the prompt or of a running entry first. */
    private void printAtSignal(String line) {
        console.screen().ifPresent(Screen::endLine);
        console.note(line);
    }

    @Override
    public boolean isColored() {
        return console.colored(settings.color());
    }

    Prompt prompt() {
        return Prompt.of(account, context(), isColored());
    }

    @Override
    public boolean run(ScriptSource text) {
        return perform(text.text(), () -> entries.run(text));
    }

    /** Runs the start-up file, which is not one of the saved entries. */
    void begin(ScriptSource startup) {
        entries.run(startup);
    }

    /** Returns the names declared by earlier entries. */
    Set<String> declared() {
        SessionContext known = session().context();
        return Stream.concat(
                        known.variables().stream().map(variable -> variable.name()),
                        known.methods().stream().map(method -> method.name()))
                .collect(Collectors.toSet());
    }

    @Override
    public boolean enter(String text) {
        input.remember(text);
        return perform(text);
    }

    /** Runs an input that the history already contains. */
    boolean perform(String text) {
        return perform(text, () -> entries.enter(text));
    }

    private boolean perform(String text, BooleanSupplier running) {
        SessionContext before = session().context();
        Runnable back = session().wayBack();
        boolean ended = running.getAsBoolean();
        boolean stopped = !ended && work.isInterrupted();
        boolean done = (stopped || exists(before, back)) && ended;
        if (done) {
            synchronized (successful) {
                successful.add(new HistoryItem(text, before.cluster()));
            }
        }
        return done;
    }

    /** Returns whether the region and cluster chosen by an entry exist; otherwise reports that and restores the former ones. */
    private boolean exists(SessionContext before, Runnable back) {
        SessionContext now = session().context();
        try {
            now.region().filter(id -> !now.region().equals(before.region())).ifPresent(id -> {
                account.check(id);
                note("region " + id
                        + before.cluster().map("; left cluster "::concat).orElse(""));
            });
            now.cluster()
                    .filter(id -> !now.cluster().equals(before.cluster()))
                    .ifPresent(id -> Clusters.check(this, id));
            return true;
        } catch (UsageException e) {
            back.run();
            errors.report(e);
            return false;
        } catch (ApiException e) {
            return true; // a user may have the permission to use a cluster, but not to list clusters
        }
    }

    @Override
    public List<HistoryItem> entries() {
        synchronized (successful) {
            return List.copyOf(successful);
        }
    }

    @Override
    public List<KnownNames.Name> known(Wanted wanted) {
        names.want(List.of(wanted));
        return names.snapshot().find(wanted).orElse(List.of());
    }

    @Override
    public List<String> history() {
        return input.history();
    }

    @Override
    public String answer(String question) {
        return input.answer(question);
    }

    @Override
    public int launch(List<String> program) throws IOException {
        return input.launch(program, Optional.empty());
    }

    @Override
    public void clear() {
        input.clear();
    }

    @Override
    public void leave() {
        leave(0);
    }

    /** Ends the shell with the exit code of an entry. */
    void leave(int code) {
        exitCode = code;
        leaving = true;
    }

    int exitCode() {
        return exitCode;
    }

    @Override
    public void close() {
        console.atSignal(() -> {});
        console.screen().ifPresent(Screen::endLine);
        input.close();
    }
}
