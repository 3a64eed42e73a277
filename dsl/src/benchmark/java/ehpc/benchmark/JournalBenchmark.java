package ehpc.benchmark;

import ehpc.Cluster;
import ehpc.EhpcClient;
import ehpc.RunResult;
import ehpc.api.Request;
import ehpc.api.Response;
import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import ehpc.journal.Journal;
import ehpc.journal.JournalHeader;
import ehpc.journal.JournaledRun;
import ehpc.journal.Journals;
import ehpc.local.ExecutionMode;
import ehpc.local.LocalOptions;
import ehpc.script.Scripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The cost of a journal: runs on 1,000 nodes with and without one, in turn; and reading one with 100,000 outcomes, and resuming its run. The medians
 * of the first, and their ratio, are printed at the end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx128m")
public class JournalBenchmark {

    private static final int NODES = 1000;
    private static final int RUNS = 100;
    private static final String TEXT = "cluster('ehpc-hz-localdemo1') { def all = nodes; " + RUNS
            + ".times { def result = run 'true' on all; if (!result.ok) { throw new Exception() } } }";

    private Path directory;
    private Connection connection;
    private Journals journals;
    private String recorded;
    private final List<Long> without = new ArrayList<>();
    private final List<Long> with = new ArrayList<>();

    /** Starts the service, and records a script with 100 runs on 1,000 nodes. */
    @Setup
    public void start() throws IOException {
        directory = Files.createTempDirectory("journal");
        journals = Journals.in(directory);
        LocalOptions local =
                LocalOptions.defaults().withExecution(ExecutionMode.HOST).withComputeNodes(NODES);
        connection = Connection.open(ConnectionOptions.defaults().local(local));
        try (Journal journal = journals.begin(JournalHeader.of("a.ehpc", TEXT))) {
            recorded = journal.id();
            script(journal);
        }
    }

    private static int script(Journal journal) {
        EhpcClient memory = EhpcClient.create(JournalBenchmark::answer, "cn-hangzhou");
        List<RunResult> results = new ArrayList<>();
        Scripts.compile("a.ehpc", TEXT)
                .over(journal.over(memory))
                .output(new StringBuilder())
                .results(results::add)
                .run();
        return results.size();
    }

    /** Answers like a cluster of 1,000 nodes on which every command has ended. */
    private static Response answer(Request request) {
        Map<String, Object> given = request.parameters();
        return Response.of(
                request.operation(),
                switch (request.operation().name()) {
                    case "ListNodes" ->
                        page(
                                given,
                                "Nodes",
                                "NodeInfo",
                                i -> Map.of("Id", "i-" + i, "HostName", "compute" + i, "Status", "running"));
                    case "InvokeShellCommand" -> Map.of("CommandId", "c-1");
                    case "ListInvocationStatus" -> Map.of("CommandId", "c-1", "InvokeStatus", "Finished");
                    default ->
                        page(
                                given,
                                "InvocationResults",
                                "InvocationResult",
                                i -> Map.of(
                                        "CommandId",
                                        "c-1",
                                        "InstanceId",
                                        "i-" + i,
                                        "InvokeRecordStatus",
                                        "Finished",
                                        "Success",
                                        true,
                                        "ExitCode",
                                        0,
                                        "Message",
                                        "Linux compute" + i + " 5.10.134 x86_64\n"));
                });
    }

    private static Map<String, Object> page(
            Map<String, Object> given, String outer, String inner, IntFunction<Map<String, Object>> entry) {
        int size = Integer.parseInt(String.valueOf(given.get("PageSize")));
        int from = (Integer.parseInt(String.valueOf(given.getOrDefault("PageNumber", 1))) - 1) * size;
        List<Map<String, Object>> entries = IntStream.range(from, Math.min(NODES, from + size))
                .mapToObj(entry)
                .toList();
        return Map.of(outer, Map.of(inner, entries), "TotalCount", NODES, "PageSize", size);
    }

    /** Ends the service, and prints the medians. */
    @TearDown
    public void end() {
        if (!with.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "%nwithout a journal %d ms, with one %d ms: ratio %.3f, medians of %d pairs%n",
                    median(without),
                    median(with),
                    (double) median(with) / median(without),
                    with.size());
        }
        connection.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /** Runs a command without a journal and with one, in changing order. */
    @Benchmark
    @Warmup(iterations = 2)
    @Measurement(iterations = 11)
    public void pair() {
        boolean journalFirst = with.size() % 2 == 0;
        if (journalFirst) {
            with.add(journaled());
        }
        without.add(time(() -> run(connection.ehpc())));
        if (!journalFirst) {
            with.add(journaled());
        }
    }

    private long journaled() {
        return time(() -> {
            try (Journal journal = journals.begin(JournalHeader.of("a.ehpc", "text"))) {
                run(journal.over(connection.ehpc()));
            }
        });
    }

    private static long time(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private RunResult run(EhpcClient ehpc) {
        Cluster cluster = ehpc.cluster("ehpc-hz-localdemo1");
        RunResult result = cluster.run("true").on(cluster.nodes());
        if (result.isFailed()) {
            throw new IllegalStateException(result.summary());
        }
        return result;
    }

    /** Resumes the run with 100,000 outcomes: opens its journal, and runs its script, which gets the recorded results. */
    @Benchmark
    public int resume() {
        try (Journal journal = journals.run(recorded).resume()) {
            return script(journal);
        }
    }

    /** Reads the journal with 100,000 outcomes. */
    @Benchmark
    public JournaledRun read() {
        return journals.run(recorded);
    }
}
