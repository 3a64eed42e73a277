package ehpc.script;

import ehpc.Ehpc;
import ehpc.RunResult;
import ehpc.Secret;
import ehpc.dsl.ScriptSession;
import ehpc.plan.Planner;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** An evaluation of a script in which what would change something is taken down and not sent. What the script prints is dropped. */
final class PlanningSession implements ScriptSession {

    private final Planner planner;
    private final List<String> args;
    private final Map<String, String> environment;
    private Ehpc ehpc;
    private boolean regionOfScript;

    PlanningSession(Ehpc real, List<String> args, Map<String, String> environment, IntSupplier line) {
        this.planner = new Planner(real, line);
        this.ehpc = real.recording(planner);
        this.args = List.copyOf(args);
        this.environment = environment;
    }

    Planner planner() {
        return planner;
    }

    boolean regionOfScript() {
        return regionOfScript;
    }

    @Override
    public Ehpc ehpc() {
        return ehpc;
    }

    @Override
    public void region(String id) {
        ehpc = ehpc.in(id);
        regionOfScript = true;
    }

    @Override
    public List<String> args() {
        return args;
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public void ran(RunResult result) {}

    @Override
    public void show(RunResult result) {}

    /** A plan stands on every run being well: that is looked at when it is carried out. */
    @Override
    public void demand(RunResult result) {}

    @Override
    public void write(String text) {}

    @Override
    public int width(int wanted) {
        return 1;
    }

    @Override
    public void gave(Secret secret) {
        planner.gave(secret);
    }

    @Override
    public void declared() {
        planner.declared();
    }

    @Override
    public void changed() {}

    @Override
    public <T> T changing(String word, Supplier<T> work) {
        return planner.saying(word, work);
    }
}
