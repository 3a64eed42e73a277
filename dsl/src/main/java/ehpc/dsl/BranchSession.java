package ehpc.dsl;

import ehpc.EhpcClient;
import ehpc.RunResult;
import ehpc.api.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The session of a branch of {@code parallel}: keeps its output until its turn, unless it runs alone. Safe for use by several threads. */
final class BranchSession implements ScriptSession {

    private final ScriptSession whole;
    private final boolean alone;
    private final EhpcClient ehpc;
    private final List<Runnable> told = new ArrayList<>();

    BranchSession(ScriptSession whole, boolean alone) {
        this.whole = whole;
        this.alone = alone;
        this.ehpc = whole.ehpc();
    }

    private synchronized void tell(Runnable telling) {
        if (alone) {
            telling.run();
        } else {
            told.add(telling);
        }
    }

    /** Prints the kept output, in order. */
    synchronized void tell() {
        told.forEach(Runnable::run);
        told.clear();
    }

    @Override
    public EhpcClient ehpc() {
        return ehpc;
    }

    @Override
    public void region(String id) {
        whole.region(id);
    }

    @Override
    public List<String> args() {
        return whole.args();
    }

    @Override
    public Map<String, String> environment() {
        return whole.environment();
    }

    /** Nodes of two clusters often have the same names. */
    @Override
    public RunResult named(RunResult result) {
        return alone ? result : result.amongClusters();
    }

    @Override
    public void ran(RunResult result) {
        tell(() -> whole.ran(result));
    }

    @Override
    public RunResult handOut(RunResult result) {
        return whole.handOut(result);
    }

    @Override
    public void show(RunResult result) {
        tell(() -> whole.show(result));
    }

    @Override
    public void cutShort(RunResult result) {
        if (alone) {
            whole.cutShort(result);
        }
    }

    @Override
    public void demand(RunResult result) {
        whole.demand(result);
    }

    @Override
    public void write(String text) {
        tell(() -> whole.write(text));
    }

    @Override
    public void goOn() {
        whole.goOn();
    }

    @Override
    public void gave(Secret secret) {
        whole.gave(secret);
    }

    @Override
    public int line() {
        return whole.line();
    }

    @Override
    public void changed() {
        tell(whole::changed);
    }
}
