package ehpc.dsl;

import ehpc.ClusterSummary;
import ehpc.Initialization;
import ehpc.InputException;
import ehpc.Raw;
import ehpc.Region;
import ehpc.Secret;
import ehpc.Service;
import ehpc.api.Nearest;
import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.lang.Script;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.FormatHelper;

/** Words allowed at the top of a script. */
public abstract class EhpcScript extends Script {

    private ScriptSession session;
    private String openCluster = "";

    /** Gives the script what it stands on, before it runs. */
    public final void open(ScriptSession on) {
        this.session = on;
    }

    /** The script's arguments. */
    public List<String> getArgs() {
        return session.args();
    }

    /** The environment variables. */
    public Map<String, String> getEnv() {
        return session.environment();
    }

    /** Goes on in another region: {@code region 'cn-shanghai'}. */
    public void region(String id) {
        outsideClusters("region");
        session.region(id);
    }

    /** Creates the service-linked role of E-HPC; one that is there already counts as done (InitializeEHPC). */
    public Initialization initialize() {
        return initialize(Service.E_HPC.wireName());
    }

    /**
     * Creates the service-linked role of a service (InitializeEHPC).
     *
     * @param service {@code 'E-HPC'} or {@code 'E-HPC Instant'}
     */
    public Initialization initialize(String service) {
        outsideClusters("initialize");
        return session.changing(() -> session.ehpc().initialize(Service.named(service)));
    }

    /** The account's images. */
    public ImagesDsl getImages() {
        return new DefaultImages(session.ehpc());
    }

    /** The region's clusters (ListClusters). */
    public List<ClusterSummary> getClusters() {
        return session.ehpc().clusters();
    }

    /** The regions where E-HPC can be used (ListRegions). */
    public List<Region> getRegions() {
        return session.ehpc().regions();
    }

    /**
     * Works on a cluster: {@code cluster('ehpc-hz-...') { run 'echo hi' on nodes }}.
     *
     * @param id the cluster's id
     * @param body what to do there
     */
    public void cluster(
            String id, @DelegatesTo(value = ClusterDsl.class, strategy = Closure.DELEGATE_FIRST) Closure<?> body) {
        outsideClusters("cluster");
        ClusterScope scope = new ClusterScope(session, session.ehpc().cluster(id));
        openCluster = id;
        try {
            Closures.call(body, scope);
            scope.end();
        } finally {
            scope.close();
            openCluster = "";
        }
    }

    /**
     * A text from the environment that is never shown.
     *
     * @param name of the environment variable
     */
    public Secret secret(String name) {
        String value = session.environment().get(name);
        if (value == null) {
            throw new InputException("secret '" + name + "' must be set in the environment"
                    + Nearest.hint(name, session.environment().keySet()));
        }
        return new Secret(name, value);
    }

    /** Text that a command takes as shell: <code>run "ls ${raw('*.txt')}"</code>. Its author answers for it. */
    public Raw raw(Object text) {
        return new Raw(String.valueOf(text));
    }

    @Override
    public void print(Object value) {
        write(value);
    }

    @Override
    public void println() {
        writeLine();
    }

    @Override
    public void println(Object value) {
        writeLine(value);
    }

    @Override
    public void printf(String format, Object value) {
        writeFormatted(format, value);
    }

    @Override
    public void printf(String format, Object[] values) {
        writeFormatted(format, values);
    }

    /** The word {@code print}, in a block too. */
    public void write(Object value) {
        session.write(FormatHelper.toString(value));
    }

    /** The word {@code println}, in a block too. */
    public void writeLine() {
        session.write(System.lineSeparator());
    }

    /** The word {@code println}, in a block too. */
    public void writeLine(Object value) {
        session.write(FormatHelper.toString(value) + System.lineSeparator());
    }

    /** The word {@code printf}, in a block too. */
    public void writeFormatted(String format, Object... values) {
        session.write(String.format(format, values));
    }

    private void outsideClusters(String word) {
        if (!openCluster.isEmpty()) {
            throw new InputException(word + " must stand outside of the block of cluster '" + openCluster + "'");
        }
    }
}
