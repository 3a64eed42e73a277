package ehpc.script;

import ehpc.Ehpc;
import ehpc.RunResult;
import ehpc.Secret;
import ehpc.plan.Planner;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** An evaluation of a script in which what would change something is taken down and not sent. What the script prints is dropped. */
final class PlanningSession extends BaseSession {

    private final Planner planner;
    private boolean regionOfScript;

    PlanningSession(Ehpc real, List<String> args, Map<String, String> environment, IntSupplier line) {
        this(real, args, environment, new Planner(real, line));
    }

    private PlanningSession(Ehpc real, List<String> args, Map<String, String> environment, Planner planner) {
        super(real.recording(planner), args, environment);
        this.planner = planner;
    }

    Planner planner() {
        return planner;
    }

    boolean regionOfScript() {
        return regionOfScript;
    }

    @Override
    public void region(String id) {
        super.region(id);
        regionOfScript = true;
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
