package ehpc.dsl;

import ehpc.api.InputException;
import ehpc.api.Secret;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The state of a running script: its session, the cluster block of each thread, and the current cluster of a shell. The entries of a shell
 * share one, so that the words in a method of an earlier entry apply to the cluster of the entry that calls it.
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
    private final Queue<ClusterScope> values = new ConcurrentLinkedQueue<>();
    private Optional<String> region = Optional.empty();
    private boolean regionChosen;

    /** The current cluster, and the post-processing scripts declared since its selection. */
    private record Current(String id, DeclaredScripts declared) {}

    private ScriptRuntime(boolean interactive) {
        this.interactive = interactive;
    }

    static ScriptRuntime ofScript(ScriptSession session) {
        ScriptRuntime runtime = new ScriptRuntime(false);
        runtime.session = session;
        return runtime;
    }

    /** Returns the state before the first entry of a shell. */
    public static ScriptRuntime ofShell() {
        return new ScriptRuntime(true);
    }

    /** Begins an entry. */
    public void begin(ScriptSession entry) {
        session = entry;
        thread = Thread.currentThread();
        threads = new ScriptThreads();
        foreign.set(null);
        currentScope = null;
        values.clear();
        regionChosen = false;
        secrets.forEach(entry::recordSecret); // a variable of an earlier entry may contain it
    }

    /**
     * Ends an entry that did not fail: sends the declared scripts.
     *
     * @throws InputException if a statement has no nodes
     */
    public void end() {
        if (currentScope != null) {
            currentScope.end();
        }
        values.forEach(ClusterScope::end);
    }

    /** Closes an entry, also a failed one: drops the scripts that were not sent. */
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

    /** Returns the region that an entry selected. */
    public Optional<String> region() {
        return region;
    }

    /**
     * Makes a cluster the current one. Makes no call.
     *
     * @param id a cluster's id
     * @throws InputException if a statement that refers to the one before has no nodes
     */
    public void use(String id) {
        end();
        current = new Current(id, new DeclaredScripts());
        currentScope = null;
    }

    /** Leaves the current cluster. */
    public void leave() {
        current = null;
        currentScope = null;
    }

    /** Leaves the current cluster, and returns to the region of the account. */
    public void leaveRegion() {
        leave();
        region = Optional.empty();
    }

    /**
     * Records the current cluster and region, with the scripts declared in the cluster, including later ones.
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
     * Records the current state.
     *
     * @return restores it
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
     * Returns the session of a word that calls the service.
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
        values.forEach(ClusterScope::end);
        return value;
    }

    /** Returns the context of the calling thread. */
    ExecutionContext context() {
        return ExecutionContext.current(this).orElseGet(() -> ExecutionContext.top(this, threads));
    }

    /** Records a secret that the script uses. */
    void recordSecret(Secret secret) {
        secrets.add(secret);
        session().recordSecret(secret);
    }

    void region(String id) {
        if (regionChosen) {
            throw new InputException("region must be given once, is given again: '" + id + "'");
        }
        regionChosen = true;
        end();
        leave(); // it belongs to another region
        session().region(id);
        region = Optional.of(id);
    }

    /** Returns the cluster to which words apply: that of the enclosing block, or else the current one. */
    Optional<ClusterScope> here() {
        return context().cluster().or(() -> Optional.ofNullable(chosen()));
    }

    /** Returns a cluster as a value; its statements must be complete at the end of the script or the entry. */
    ClusterValue value(String id) {
        DefaultClusterValue value = new DefaultClusterValue(this::asking, id, own);
        values.add(value);
        return value;
    }

    private synchronized ClusterScope chosen() {
        Current cluster = current;
        if (currentScope == null && cluster != null) {
            currentScope = new ClusterScope(this::asking, cluster.id(), cluster.declared(), own);
        }
        return currentScope;
    }

    /** Returns the message for a word that needs a cluster, in a shell without a current one. */
    public static String noCluster(String word) {
        return "'" + word + "' needs a cluster; select one: cluster('ehpc-hz-...'), clusters lists them";
    }

    /** Returns the error for a word that needs a cluster, in a shell or a script. */
    InputException nowhere(String word) {
        return new InputException(
                interactive ? noCluster(word) : "'" + word + "' is only allowed inside a cluster('...') { } block");
    }
}
