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
    private final List<Runnable> deferred = new ArrayList<>();

    BranchSession(ScriptSession whole, boolean alone) {
        this.whole = whole;
        this.alone = alone;
        this.ehpc = whole.ehpc();
    }

    private synchronized void defer(Runnable action) {
        if (alone) {
            action.run();
        } else {
            deferred.add(action);
        }
    }

    /** Prints the kept output, in order. */
    synchronized void flush() {
        deferred.forEach(Runnable::run);
        deferred.clear();
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
    public RunResult displayed(RunResult result) {
        return alone ? result : result.amongClusters();
    }

    @Override
    public void recordResult(RunResult result) {
        defer(() -> whole.recordResult(result));
    }

    @Override
    public RunResult track(RunResult result) {
        return whole.track(result);
    }

    @Override
    public void show(RunResult result) {
        defer(() -> whole.show(result));
    }

    @Override
    public void showIfInterrupted(RunResult result) {
        if (alone) {
            whole.showIfInterrupted(result);
        }
    }

    @Override
    public void requireOk(RunResult result) {
        whole.requireOk(result);
    }

    @Override
    public void write(String text) {
        defer(() -> whole.write(text));
    }

    @Override
    public void checkInterrupt() {
        whole.checkInterrupt();
    }

    @Override
    public void recordSecret(Secret secret) {
        whole.recordSecret(secret);
    }

    @Override
    public int line() {
        return whole.line();
    }

    @Override
    public void changed() {
        defer(whole::changed);
    }
}
