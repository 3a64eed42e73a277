package ehpc.dsl;

import ehpc.api.InputException;
import ehpc.api.Secret;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What all parts of a script speak to: its session, the cluster block each thread is in, and the current cluster of a shell. The
 * entries of a shell share one, so that a method of an earlier entry speaks to what the later one that calls it does.
 */
public final class ScriptRuntime {

    private final Set<Secret> secrets = ConcurrentHashMap.newKeySet();
    private final OwnText own = new OwnText();
    private final boolean interactive;
    private final AtomicReference<InputException> foreign = new AtomicReference<>();
    private volatile Thread thread = Thread.currentThread();
    private volatile ScriptThreads threads = new ScriptThreads();
    private volatile ScriptSession session;
    private volatile Current current;
    private volatile ClusterScope currentScope;
    private Optional<String> region = Optional.empty();
    private boolean regionChosen;

    /** A cluster that was chosen, and the post-processing scripts that were declared since. */
    private record Current(String id, DeclaredScripts declared) {}

    private ScriptRuntime(boolean interactive) {
        this.interactive = interactive;
    }

    static ScriptRuntime ofScript(ScriptSession session) {
        ScriptRuntime runtime = new ScriptRuntime(false);
        runtime.session = session;
        return runtime;
    }

    /** One for the entries of a shell, before the first. */
    public static ScriptRuntime ofShell() {
        return new ScriptRuntime(true);
    }

    /** An entry begins. */
    public void begin(ScriptSession entry) {
        session = entry;
        thread = Thread.currentThread();
        threads = new ScriptThreads();
        foreign.set(null);
        currentScope = null;
        regionChosen = false;
        secrets.forEach(entry::gave); // a variable of an earlier one may hold it
    }

    /**
     * The entry has come to its end: what it declared and did not send yet is sent.
     *
     * @throws InputException if a statement has no nodes
     */
    public void end() {
        if (currentScope != null) {
            currentScope.end();
        }
    }

    /** The entry is over, whatever came of it: what it declared and could not send is not said any more. */
    public void close() {
        if (current != null) {
            current.declared().dropUnsent();
        }
        currentScope = null;
    }

    /** Returns the id of the current cluster. */
    public Optional<String> cluster() {
        return Optional.ofNullable(current).map(Current::id);
    }

    /** Returns the region that an entry chose. */
    public Optional<String> region() {
        return region;
    }

    /**
     * Makes a cluster the current one, and asks the service nothing.
     *
     * @param id a cluster's id
     * @throws InputException if a statement that refers to the one before has no nodes
     */
    public void use(String id) {
        end();
        current = new Current(id, new DeclaredScripts());
        currentScope = null;
    }

    /** Goes on without a current cluster. */
    public void leave() {
        current = null;
        currentScope = null;
    }

    /** Goes on without a current cluster, in the region of the account. */
    public void leaveRegion() {
        leave();
        region = Optional.empty();
    }

    /**
     * Returns the way back to the cluster and the region of now: what was declared in that cluster, until then too, goes on there.
     *
     * @return makes them the current ones again
     */
    public Runnable wayBack() {
        return wayBack(current);
    }

    private Runnable wayBack(Current cluster) {
        Optional<String> place = region;
        return () -> {
            current = cluster;
            currentScope = null;
            region = place;
        };
    }

    /**
     * How it is now.
     *
     * @return makes it so again
     */
    public Runnable remembered() {
        return wayBack(
                current == null
                        ? null
                        : new Current(current.id(), current.declared().copy()));
    }

    /** Returns the texts of the script, or of all entries. */
    OwnText own() {
        return own;
    }

    ScriptSession session() {
        return context().branch().orElse(session);
    }

    /**
     * Returns the session of a word that asks the service.
     *
     * @throws InputException if a thread that the script started calls it, as nothing would wait for the result
     */
    ScriptSession asking() {
        if (Thread.currentThread() != thread && ExecutionContext.current(this).isEmpty()) {
            InputException refused = new InputException(
                    "a word that calls the service is not allowed in a thread that the script starts, as its"
                            + " result would be lost; use parallel { }");
            foreign.compareAndSet(null, refused);
            throw refused;
        }
        return session();
    }

    /**
     * Runs the script, and waits for the threads that it starts.
     *
     * @return its value
     * @throws InputException if a word was refused to a thread that is not awaited, even if the script caught that
     */
    Object evaluate(Supplier<Object> script) {
        Object value = threads.awaiting(() -> context().in(script));
        InputException refused = foreign.get();
        if (refused != null) {
            throw refused;
        }
        return value;
    }

    /** What the words of this thread speak to. */
    ExecutionContext context() {
        return ExecutionContext.current(this).orElseGet(() -> ExecutionContext.top(this, threads));
    }

    /** The script was given a secret. */
    void gave(Secret secret) {
        secrets.add(secret);
        session().gave(secret);
    }

    void region(String id) {
        if (regionChosen) {
            throw new InputException("region must be given once, is given again: '" + id + "'");
        }
        regionChosen = true;
        end();
        leave(); // it is a cluster of another region
        session().region(id);
        region = Optional.of(id);
    }

    /** Returns the cluster that words speak of: that of the block around, or else the current one. */
    Optional<ClusterScope> here() {
        return context().cluster().or(() -> Optional.ofNullable(chosen()));
    }

    private synchronized ClusterScope chosen() {
        Current cluster = current;
        if (currentScope == null && cluster != null) {
            currentScope = new ClusterScope(this::asking, cluster.id(), cluster.declared(), own);
        }
        return currentScope;
    }

    /** What to say in a shell where a word needs a cluster and there is none. */
    public static String noCluster(String word) {
        return "'" + word + "' needs a cluster; select one: cluster('ehpc-hz-...'), clusters lists them";
    }

    /** Returns the same, in a shell and elsewhere. */
    InputException nowhere(String word) {
        return new InputException(
                interactive ? noCluster(word) : "'" + word + "' is only allowed inside a cluster('...') { } block");
    }
}
