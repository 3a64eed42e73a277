package ehpc.benchmark;

import ehpc.edit.Completion;
import ehpc.edit.Document;
import ehpc.edit.KnownNames;
import ehpc.script.SessionContext;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a Tab costs in a shell that has been used for a while, with the compiler that the launcher chooses. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:TieredStopAtLevel=1")
public class TabBenchmark {

    /** What is written before the cursor. */
    @Param({
        "",
        "run 'x' ",
        "run 'x' on nodes.",
        "nodes['comp",
        "nodes.where { it.",
        "nodes.where { it.status == '",
        "api.setQ",
        "api.listNodes(role: 'Compute', ",
        "api.listNodes().nodes.nodeInfo[0].",
        "println \"${lim",
        "limits.",
        "steps[0].",
        "Loc",
        "new ",
        "import java.time.",
        "nodes - ",
        "clusters.each { c ->\n    cluster(c.id) {\n        def r = run 'x' on nodes\n        r."
    })
    public String text;

    private SessionContext session;
    private KnownNames names;

    /** Begins the session. */
    @Setup
    public void begin() {
        session = Sessions.begun().context();
        names = Sessions.names();
    }

    /** Tab at the end of the text. */
    @Benchmark
    public Completion tab() {
        return new Document(text, session).complete(text.length(), names);
    }
}
