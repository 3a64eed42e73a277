package ehpc.benchmark;

import ehpc.script.Entry;
import ehpc.script.InteractiveSession;
import ehpc.script.ScriptProblem;
import ehpc.script.SessionContext;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to check and compile, once all is warm, with the compiler that the launcher chooses. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:TieredStopAtLevel=1")
public class CheckBenchmark {

    private static final String ENTRY = "def slow = run 'uptime' timeout 10.minutes on nodes.compute - 'compute003'";

    private final String script = Sessions.longScript();
    private InteractiveSession session;
    private SessionContext context;

    /** Begins the session. */
    @Setup
    public void begin() {
        session = Sessions.begun();
        context = session.context();
        List<ScriptProblem> problems = InteractiveSession.problems(script, SessionContext.EMPTY);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the script must be right: " + problems);
        }
    }

    /** What the shell does at each pause of typing. */
    @Benchmark
    public List<ScriptProblem> checkOfEntry() {
        return InteractiveSession.problems(ENTRY, context);
    }

    /** What Enter does before anything runs. */
    @Benchmark
    public Entry compileOfEntry() {
        return session.compile(ENTRY);
    }

    /** What {@code ehpc check} does with a file of 200 lines. */
    @Benchmark
    public List<ScriptProblem> checkOf200Lines() {
        return InteractiveSession.problems(script, SessionContext.EMPTY);
    }
}
