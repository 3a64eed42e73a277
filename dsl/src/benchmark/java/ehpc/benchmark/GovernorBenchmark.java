package ehpc.benchmark;

import ehpc.api.RateGovernor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What the governor adds to each call as long as the service has throttled none. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class GovernorBenchmark {

    private final RateGovernor governor = RateGovernor.create();

    /** A call of one thread. */
    @Benchmark
    public boolean call() throws InterruptedException {
        return accepted();
    }

    /** A call of one of many threads. */
    @Benchmark
    @Threads(16)
    public boolean callOfManyThreads() throws InterruptedException {
        return accepted();
    }

    private boolean accepted() throws InterruptedException {
        try (RateGovernor.Turn turn = governor.turn()) {
            boolean mine = turn.await(pause -> {}, Duration.ofSeconds(90));
            turn.accepted();
            return mine;
        }
    }
}
