package ehpc.dsl;

import ehpc.Change;
import ehpc.ClusterSummary;
import ehpc.Initialization;
import ehpc.Region;
import ehpc.Service;
import ehpc.api.InputException;
import ehpc.api.Secret;
import ehpc.command.Raw;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordScope;
import ehpc.language.WordsOf;
import ehpc.text.Nearest;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words at the top level of a script. */
@WordsOf(
        value = WordPlace.TOP,
        inCluster = false,
        scopes = {WordScope.TOP, WordScope.CLUSTER, WordScope.OWN},
        first = "cluster parallel clusters regions region initialize images args env secret raw println"
                + " print printf")
public abstract class EhpcScript extends OutputWords implements ClusterDsl {

    private static final int USUAL_WIDTH = 8;

    static {
        ExtensionMethods.install();
    }

    private ScriptRuntime runtime;

    /** For the compiler. */
    protected EhpcScript() {}

    /** Sets the session of the script before it runs. */
    public final void open(ScriptSession on) {
        share(ScriptRuntime.ofScript(on));
    }

    /**
     * Runs the script, and waits for the threads that it starts.
     *
     * @return its value
     * @throws InputException if a word was refused to a thread that is not awaited
     */
    public final Object $evaluate() {
        return runtime.evaluate(this::run);
    }

    final void share(ScriptRuntime with) {
        this.runtime = with;
        with.own().add(getClass().getClassLoader());
    }

    final ScriptRuntime $runtime() {
        return runtime;
    }

    @Override
    protected final ScriptSession session() {
        return runtime.session();
    }

    @Override
    public final ClusterDsl $here(String word) {
        runtime.asking();
        return runtime.here().orElseThrow(() -> runtime.nowhere(word));
    }

    /** Returns every operation of the API, with RegionId set, and in a cluster block ClusterId. */
    @Override
    public ApiDsl getApi() {
        return runtime.here()
                .map(ClusterScope::getApi)
                .orElseGet(() -> new ApiDsl(runtime::asking, runtime.own(), Optional.empty()));
    }

    /** Returns the script's arguments. */
    @WordFacts(
            value = "The arguments after the script's name on the command line, a list of texts.",
            usage = "args[0]",
            example = "println \"${args.size()} arguments\"")
    public List<String> getArgs() {
        return session().args();
    }

    /** Returns the environment variables. */
    @WordFacts(
            value = "The environment variables, a map of texts.",
            usage = "env.HOME",
            example = "println env.HOME ?: 'no home'")
    public Map<String, String> getEnv() {
        return session().environment();
    }

    /** Sets the region for the entire script: {@code region 'cn-shanghai'}. Must be the first word, and is allowed once. */
    @WordFacts(
            form = "region 'ID'",
            value = "Selects the region, once, before the first word that calls the service.",
            takes = "a region's id (region 'cn-hangzhou')",
            scopes = WordScope.TOP,
            names = "region",
            example = {"region 'cn-hangzhou'", "", "println clusters.size()"})
    public void region(String id) {
        runtime.context().outsideClusters("region");
        runtime.region(id);
    }

    /** Creates the service-linked role of E-HPC; an existing role counts as done (InitializeEHPC). */
    @WordFacts(
            form = "initialize(), initialize('SERVICE')",
            value = "Creates the service-linked role that lets E-HPC use the account's resources, unless it exists.",
            takes = "nothing, or a service's name (initialize())",
            scopes = {WordScope.TOP, WordScope.OWN},
            names = "service",
            operation = "InitializeEHPC",
            example = "println initialize().name()")
    public Initialization initialize() {
        return initialize(Service.E_HPC.wireName());
    }

    /**
     * Creates the service-linked role of a service (InitializeEHPC).
     *
     * @param service {@code 'E-HPC'} or {@code 'E-HPC Instant'}
     */
    public Initialization initialize(String service) {
        runtime.context().outsideClusters("initialize");
        return runtime.asking().changing("initialize()", ehpc -> ehpc.initialize(Service.named(service)));
    }

    /** Returns the account's images. */
    @WordFacts(
            value = "The custom images of the account and those that others share with it.",
            asks = true,
            example = "println images.custom*.name")
    public ImagesDsl getImages() {
        return new DefaultImages(runtime.asking().ehpc());
    }

    /** Returns the region's clusters (ListClusters). */
    @WordFacts(
            value = "The clusters of the region.",
            operation = "ListClusters",
            example = "clusters.each { println \"$it.id is $it.status\" }")
    public List<ClusterSummary> getClusters() {
        return runtime.asking().ehpc().clusters();
    }

    /** Returns the regions where E-HPC is available (ListRegions). */
    @WordFacts(
            value = "The regions in which E-HPC is offered.",
            operation = "ListRegions",
            example = "println regions*.id")
    public List<Region> getRegions() {
        return runtime.asking().ehpc().regions();
    }

    /**
     * Runs a block for a cluster: {@code cluster('ehpc-hz-...') { run 'echo hi' on nodes }}.
     *
     * @param id the cluster's id
     * @param body the block
     * @return the value of the block; null inside {@code parallel}, which runs the block later
     */
    @WordFacts(
            form = "cluster('ID') { ... }, cluster('ID')",
            value =
                    "Works on one cluster: the words of the block apply to it. Without a block, the cluster is a value.",
            takes = "an id and a block (cluster('ehpc-hz-...') { })",
            scopes = {WordScope.TOP, WordScope.OWN},
            asks = true,
            names = "cluster",
            example = {"cluster('ehpc-hz-localdemo1') {", "    run 'uname -n' on nodes.login", "}"})
    public <T> T cluster(
            String id, @DelegatesTo(value = ClusterDsl.class, strategy = Closure.DELEGATE_FIRST) Closure<T> body) {
        runtime.context().outsideClusters("cluster");
        runtime.asking();
        ExecutionContext context = runtime.context();
        if (context.parallel().isPresent()) {
            Closure<T> block = BranchBlock.of(body);
            context.parallel()
                    .get()
                    .add(id, branch -> runtime.context().of(branch).in(() -> run(id, block)));
            return null;
        }
        return run(id, body);
    }

    /**
     * Returns a cluster as a value, without a call: {@code def c = cluster('ehpc-hz-...'); println c.nodes}.
     *
     * @param id the cluster's id
     * @throws InputException if this is not a cluster id, or in a cluster block or {@code parallel}
     */
    public ClusterValue cluster(String id) {
        return $cluster(id);
    }

    /** The word {@code cluster} without a block, where its value is used; for the compiler. */
    public final ClusterValue $cluster(String id) {
        runtime.context().outsideClusters("cluster");
        if (runtime.context().isParallel()) {
            throw new InputException("'cluster' expects an id and a block inside parallel, got '" + id + "' alone");
        }
        return runtime.value(id);
    }

    /** The same for a cluster that {@code createCluster} created. */
    public final ClusterValue $cluster(Change created) {
        return $cluster(created.getClusterId());
    }

    /**
     * Runs a block for a cluster that {@code createCluster} created.
     *
     * @param created the created cluster
     * @param body the block
     * @return the value of the block; null inside {@code parallel}, which runs the block later
     */
    public <T> T cluster(
            Change created, @DelegatesTo(value = ClusterDsl.class, strategy = Closure.DELEGATE_FIRST) Closure<T> body) {
        return cluster(created.getClusterId(), body);
    }

    /**
     * Creates a cluster (CreateCluster), and waits until it runs.
     *
     * @param settings name, the other parameters of CreateCluster, and await: the longest time to wait, 30 minutes by default, or false
     */
    @WordFacts(
            form = "createCluster(name: 'NAME', password: secret('VARIABLE'), ...)",
            value = "Creates a cluster and waits until it runs; its value can be given to cluster.",
            takes = "settings (createCluster(name: 'course', password: secret('ROOT')))",
            scopes = {WordScope.TOP, WordScope.OWN},
            operation = "CreateCluster",
            arguments = "*",
            example = {
                "def c = createCluster(name: 'course', password: secret('DAVE'))",
                "cluster(c) {",
                "    println nodes.size()",
                "}"
            })
    public Change createCluster(Map<String, ?> settings) {
        runtime.context().outsideClusters("createCluster");
        return Changes.created(runtime.asking(), settings);
    }

    private <T> T run(String id, Closure<T> body) {
        ClusterScope scope = new ClusterScope(runtime::asking, id, new DeclaredScripts(), runtime.own());
        ExecutionContext context = runtime.context().within(scope);
        return context.in(() -> {
            try {
                T value = context.threads().awaiting(() -> Closures.call(body, scope));
                scope.end();
                return value;
            } finally {
                scope.close();
            }
        });
    }

    /**
     * Runs blocks for several clusters concurrently, at most eight: {@code parallel { ids.each { cluster(it) { ... } } }}.
     *
     * @param body declares the clusters; their blocks run after it
     * @return the values of the cluster blocks, in the order of the script
     */
    @WordFacts(
            form = "parallel { cluster('ID') { ... } ... }, parallel(WIDTH) { ... }",
            value = "Works on several clusters at the same time, on 8 unless a width of 1 to 64 is given.",
            takes = "a block, optionally after a width (parallel(8) { })",
            scopes = {WordScope.TOP, WordScope.OWN},
            asks = true,
            example = {
                "parallel {",
                "    clusters.each { c ->",
                "        cluster(c.id) { run 'date +%Z' on nodes.compute }",
                "    }",
                "}"
            })
    public List<Object> parallel(Closure<?> body) {
        return parallel(USUAL_WIDTH, body);
    }

    /**
     * Runs blocks for several clusters concurrently. Their output appears in the order of the script. If one fails, running blocks continue
     * to their end, and no other block starts.
     *
     * @param width the maximum number of concurrent blocks, 1 to {@value Width#MOST}
     * @param body declares the clusters; their blocks run after it
     * @return the values of the cluster blocks, in the order of the script
     */
    public List<Object> parallel(int width, Closure<?> body) {
        runtime.context().outsideClusters("parallel");
        runtime.asking();
        if (runtime.context().isParallel()) {
            throw new InputException("parallel is not allowed inside parallel");
        }
        Parallel parallel = new Parallel(width, session());
        runtime.context().naming(parallel).in(body::call);
        return parallel.run();
    }

    /**
     * Returns a text from the environment that is never shown.
     *
     * @param name the name of the environment variable
     */
    @WordFacts(
            form = "secret('NAME')",
            value = "The text of an environment variable, for a password that the service needs; it is never shown.",
            takes = "the name of an environment variable (secret('NAME'))",
            names = "environment",
            example = "println env.HOME ? secret('HOME') : 'none is set'")
    public Secret secret(String name) {
        Map<String, String> environment = session().environment();
        String value = environment.get(name);
        if (value == null) {
            String hint = Nearest.hint(name, environment.keySet());
            throw new InputException("secret '" + name + "' is not set in the environment" + hint);
        }
        Secret secret = new Secret(name, value);
        $runtime().recordSecret(secret);
        return secret;
    }

    /** Returns text that a command inserts as shell code: <code>run "ls ${raw('*.txt')}"</code>. Its author vouches for it. */
    @WordFacts(
            form = "raw(TEXT)",
            value = "Shell code that goes into a command without quotes.",
            takes = "one value (raw('*.txt'))",
            example = {
                "def pattern = raw('/etc/host*')",
                "cluster('ehpc-hz-localdemo1') {",
                "    run \"ls ${pattern}\" on nodes.login",
                "}"
            })
    public Raw raw(Object text) {
        if (text instanceof Secret secret) {
            throw new InputException("secret '" + secret.name() + "' must not be put into a command");
        }
        if (text == null) {
            throw new InputException("raw expects a text, got null");
        }
        return new Raw(text.toString());
    }

    /** Returns the names of the variables that later blocks change; for the compiler. */
    protected Set<String> $shared() {
        return Set.of();
    }

    /** Returns a block for another thread with the current context, or any other value unchanged; for the compiler. */
    public final Object $carry(Object value) {
        return value instanceof Closure<?> block ? new CarriedBlock<>(block, runtime.context()) : value;
    }

    /** Returns the lock of statements that change variables shared by branches of {@code parallel}; for the compiler. */
    public final Object $changes() {
        return runtime;
    }

    /** The word {@code sleep}, renamed because every value has a method of that name: waits, and ends when the thread is interrupted. */
    @WordFacts(
            name = "sleep",
            form = "sleep DURATION, sleep MILLISECONDS",
            value = "Waits for that time; stopping the script ends the wait.",
            takes = "a duration or a number of milliseconds (sleep 20.seconds)",
            example = "sleep 1.second")
    public void $sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            $checkInterrupt();
        }
    }

    /** Throws if the thread is interrupted. */
    public static void $checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ScriptStopped();
        }
    }

    /** The word {@code sleep} with a unit. */
    public final void $sleep(Duration time) {
        $sleep(time.toMillis());
    }
}
