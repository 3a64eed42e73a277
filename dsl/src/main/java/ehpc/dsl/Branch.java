package ehpc.dsl;

import ehpc.Ehpc;
import ehpc.RunResult;
import ehpc.api.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What one branch of {@code parallel} stands on: keeps what it would tell, until it is its turn. Used by one thread. */
final class Branch implements ScriptSession {

    private final ScriptSession whole;
    private final List<Runnable> told = new ArrayList<>();

    Branch(ScriptSession whole) {
        this.whole = whole;
    }

    /** Tells what was kept, in order. */
    void tell() {
        told.forEach(Runnable::run);
        told.clear();
    }

    @Override
    public Ehpc ehpc() {
        return whole.ehpc();
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
        return result.amongClusters();
    }

    @Override
    public void ran(RunResult result) {
        told.add(() -> whole.ran(result));
    }

    @Override
    public RunResult handOut(RunResult result) {
        return whole.handOut(result);
    }

    @Override
    public void show(RunResult result) {
        told.add(() -> whole.show(result));
    }

    @Override
    public void write(String text) {
        told.add(() -> whole.write(text));
    }

    @Override
    public void goOn() {
        whole.goOn();
    }

    @Override
    public <T> Supplier<T> branch(Supplier<T> work) {
        return whole.branch(work);
    }

    @Override
    public void gave(Secret secret) {
        whole.gave(secret);
    }

    @Override
    public void declared() {
        whole.declared();
    }

    @Override
    public <T> T saying(String word, Supplier<T> work) {
        return whole.saying(word, work);
    }

    @Override
    public void changed() {
        told.add(whole::changed);
    }
}
