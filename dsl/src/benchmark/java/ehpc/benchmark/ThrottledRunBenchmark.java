package ehpc.benchmark;

import ehpc.Cluster;
import ehpc.RunResult;
import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import ehpc.local.ExecutionMode;
import ehpc.local.LocalOptions;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time of a run on 1,000 nodes against a limit of calls that the service does not state. The run needs about 35 calls: at a limit of 1,
 * 5 or 20 calls a second at least 35, 7 or 2 seconds, and the time of 1,000 processes on this machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(1)
public class ThrottledRunBenchmark {

    private static final int NODES = 1000;

    /** The limit, 0 for none. */
    @Param({"0", "1", "5", "20"})
    public int callsPerSecond;

    private Connection connection;
    private Cluster cluster;

    /** Starts the service. */
    @Setup
    public void start() {
        LocalOptions local = LocalOptions.defaults()
                .withExecution(ExecutionMode.HOST)
                .withComputeNodes(NODES)
                .withCallsPerSecond(callsPerSecond);
        connection = Connection.open(ConnectionOptions.defaults().local(local));
        cluster = connection.ehpc().cluster("ehpc-hz-localdemo1");
    }

    /** Ends the service. */
    @TearDown
    public void end() {
        connection.close();
    }

    /** Lists the nodes, sends the command, and collects all results. */
    @Benchmark
    public RunResult run() {
        RunResult result = cluster.run("true").on(cluster.nodes());
        if (result.isFailed()) {
            throw new IllegalStateException(result.summary());
        }
        return result;
    }
}
