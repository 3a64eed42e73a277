package ehpc.script;

import ehpc.EhpcClient;
import ehpc.api.Catalogue;
import ehpc.dsl.EntryScript;
import ehpc.dsl.EntryStopped;
import ehpc.dsl.ScriptRuntime;
import ehpc.plan.EffectRefused;
import ehpc.plan.Plan;
import ehpc.plan.PlanPlace;
import ehpc.plan.PlannedScript;
import ehpc.script.internal.compile.CompilationContext;
import ehpc.script.internal.compile.CompilationFailed;
import ehpc.script.internal.compile.GroovyLibrary;
import ehpc.script.internal.compile.ScriptCompiler;
import ehpc.script.internal.diagnostics.Source;
import ehpc.script.internal.runtime.CompiledTexts;
import ehpc.script.internal.runtime.DefaultSession;
import ehpc.script.internal.runtime.PlanningSession;
import ehpc.script.internal.runtime.RunSettings;
import ehpc.script.internal.runtime.ScriptFailures;
import ehpc.script.internal.symbols.Results;
import ehpc.script.internal.symbols.SessionValues;
import ehpc.script.internal.symbols.SymbolTable;
import ehpc.script.internal.syntax.Literals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A session of a shell: entries in the language of files, with variables, methods, classes and imports that persist between entries. An
 * entry is checked completely, like a file, before it runs.
 *
 * <pre>{@code
 * InteractiveSession session = new InteractiveSession();
 * session.compile("cluster('ehpc-hz-localdemo1')").over(ehpc).run();
 * session.compile("def r = run 'hostname' on nodes").over(ehpc).run();
 * EntryResult result = session.compile("r.okNodes.size()").over(ehpc).run();
 * }</pre>
 *
 * <p>Differences from a file: {@code cluster('id')} without a block makes a cluster the current one, whose words need no block;
 * {@code region} is allowed in several entries, and leaves the current cluster; {@code _}, {@code _1} and {@code error} are defined; an
 * unchecked failed result ends nothing, as the next entry may check it.
 *
 * <p>Only one thread at a time may compile and run entries; {@link #context} is thread-safe.
 */
public final class InteractiveSession {

    private final ScriptRuntime runtime = ScriptRuntime.ofShell();
    private final SessionValues memory = new SessionValues();
    private final Results results = new Results(memory);
    private final Map<String, Source> texts = new ConcurrentHashMap<>();
    private volatile SessionContext context;

    /** Creates an empty session. */
    public InteractiveSession() {
        this(Catalogue.ehpc());
    }

    /**
     * Creates an empty session whose entries are checked against a catalogue.
     *
     * @param catalogue the operations of the service; that of the account that runs the entries
     */
    public InteractiveSession(Catalogue catalogue) {
        context = SessionContext.of(catalogue);
    }

    /**
     * Checks and compiles an entry. Its declarations join the session when it runs.
     *
     * @param text one or several lines
     * @throws ScriptException if the entry has errors; the exception lists all of them, and the entry has no effect
     */
    public Entry compile(String text) {
        return compile(source(text, context));
    }

    /**
     * Checks and compiles a named entry, such as the text of a file.
     *
     * @param name the name in messages; the entry still receives a number
     * @param text one or several lines
     * @throws ScriptException if the entry has errors; the exception lists all of them, and the entry has no effect
     */
    public Entry compile(String name, String text) {
        return compile(new Source(name, text));
    }

    private Entry compile(Source source) {
        GroovyLibrary.require();
        SessionContext before = context;
        CompilationContext compilation = CompilationContext.of(before.known());
        ScriptCompiler.Found found;
        try {
            found = new ScriptCompiler(compilation).compiled(source);
        } catch (CompilationFailed e) {
            throw ScriptException.unchecked(e.problems());
        }
        texts.put(compilation.file(), source);
        now(before.known().next());
        return new Entry(this, before.number(), source, found.type(), found.learned());
    }

    private static Source source(String text, SessionContext context) {
        return new Source("[" + context.number() + "]", text);
    }

    /**
     * Checks a text as the next entry. Runs and keeps nothing. Thread-safe.
     *
     * @param text one or several lines
     * @param context the context before it
     * @return the problems, in the order of the text; empty if it can run
     */
    public static List<ScriptProblem> problems(String text, SessionContext context) {
        try {
            new ScriptCompiler(CompilationContext.of(context.known())).compiled(source(text, context));
            return List.of();
        } catch (CompilationFailed e) {
            return e.problems();
        }
    }

    private void now(SymbolTable known) {
        context = new SessionContext(known);
    }

    /** Returns the current context of the session. */
    public SessionContext context() {
        return context;
    }

    /**
     * Makes a cluster the current one, as the entry {@code cluster('ehpc-hz-...')} does. Makes no call.
     *
     * @throws ehpc.api.InputException if this is not a cluster id
     */
    public void use(String clusterId) {
        Literals.clusterId(clusterId);
        runtime.use(clusterId);
        now(context.known().at(runtime.cluster(), runtime.region()));
    }

    /**
     * Returns an action that restores the current cluster and region. Unlike {@link #use}, it keeps the declarations made in that cluster.
     *
     * @return the action
     */
    public Runnable wayBack() {
        Runnable back = runtime.wayBack();
        return () -> {
            back.run();
            now(context.known().at(runtime.cluster(), runtime.region()));
        };
    }

    /** Leaves the current cluster. */
    public void leave() {
        runtime.leave();
        now(context.known().at(runtime.cluster(), runtime.region()));
    }

    /** Leaves the current cluster and the region chosen with {@code region}, in favor of the region of the account. */
    public void leaveRegion() {
        runtime.leaveRegion();
        now(context.known().at(runtime.cluster(), runtime.region()));
    }

    EntryResult run(Entry entry, EhpcClient ehpc, RunSettings settings) {
        Thread.interrupted(); // an interrupt meant for something else must not end this entry
        long began = System.nanoTime();
        DefaultSession session =
                new DefaultSession(here(ehpc), settings, EntryScript::$checkInterrupt, () -> line(entry));
        runtime.begin(session);
        memory.begin();
        Object value = null;
        Throwable failure = null;
        try {
            value = evaluate(entry);
            EntryScript.$checkInterrupt();
        } catch (OutOfMemoryError | InternalError e) {
            throw e;
        } catch (Throwable e) {
            failure = e;
        } finally {
            runtime.close();
            learn(entry);
        }
        failure = session.ended(failure);
        boolean interrupted = Thread.interrupted() || failure instanceof InterruptedException;
        if (failure != null) {
            results.failed(failure, context.known());
            now(results.known(context.known()));
            throw stopped(entry, session, failure, interrupted);
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began).minus(session.waited());
        return result(session, entry.learned().givesValue() ? value : null, elapsed);
    }

    private EhpcClient here(EhpcClient ehpc) {
        return runtime.region().map(ehpc::withRegion).orElse(ehpc);
    }

    private Object evaluate(Entry entry) {
        Optional<EntryScript> script = entry.newInstance();
        if (script.isEmpty()) {
            return null;
        }
        script.get().$open(runtime, memory);
        entry.learned().methods().stream()
                .filter(method -> !method.fixed())
                .forEach(method -> memory.define(method, script.get()));
        Object value = script.get().$evaluate();
        runtime.end();
        return value;
    }

    private void learn(Entry entry) {
        now(context.known().with(entry.learned(), memory).at(runtime.cluster(), runtime.region()));
    }

    private EntryResult result(DefaultSession session, Object value, Duration elapsed) {
        OptionalInt number = value == null ? OptionalInt.empty() : OptionalInt.of(results.add(value, context.known()));
        Map<String, Object> declared = memory.kept();
        now(results.known(context.known()));
        ScriptResult done = session.result(value);
        return new EntryResult(
                Optional.ofNullable(value),
                number,
                session.isShown(value),
                declared,
                done.runs(),
                session.unseen().stream()
                        .filter(result -> !DefaultSession.isOf(result, value))
                        .toList(),
                done.changed(),
                elapsed);
    }

    private ScriptException stopped(Entry entry, DefaultSession session, Throwable failure, boolean interrupted) {
        if (interrupted || failure instanceof EntryStopped) {
            ScriptFailures stopped = failures(entry).interrupted(EntryStopped.MESSAGE);
            return ScriptException.interrupted(stopped.problems(failure), session.result(null), failure);
        }
        return ScriptException.stopped(failures(entry).problems(failure), session.result(null), failure);
    }

    private ScriptFailures failures(Entry entry) {
        return new ScriptFailures(entry.source(), this::text, entry.type());
    }

    private Optional<Source> text(String file) {
        return file == null ? Optional.empty() : Optional.ofNullable(texts.get(file));
    }

    /** Returns the line of an entry that is being evaluated; 0 if none is. */
    private int line(Entry entry) {
        CompiledTexts only = file -> entry.source().equals(text(file).orElse(null)) ? text(file) : Optional.empty();
        return ScriptFailures.line(only, new Throwable());
    }

    Plan plan(Entry entry, EhpcClient ehpc, RunSettings settings, PlanPlace place) {
        PlanningSession session = new PlanningSession(here(ehpc), settings, () -> line(entry));
        Runnable values = memory.remembered();
        Runnable cluster = runtime.remembered();
        runtime.begin(session);
        try {
            session.evaluate(() -> evaluate(entry));
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            if (session.planner().end().isEmpty() || e instanceof EffectRefused) {
                throw ScriptException.stopped(failures(entry).problems(e), ScriptResult.NOTHING, e);
            }
        } finally {
            runtime.close();
            values.run();
            cluster.run();
            Thread.interrupted();
        }
        PlannedScript script = PlannedScript.of(
                entry.source().name(), Optional.empty(), entry.source().text());
        return session.plan(script, place);
    }
}
