package ehpc.repl;

import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import ehpc.local.LocalOptions;
import ehpc.local.LocalService;
import ehpc.local.SchedulerMode;
import ehpc.local.Transitions;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.terminal.Console;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ehpc local}: the local service in the foreground, for any client. */
final class LocalCommand implements Subcommand {

    private static final String KNOWN_SECRET = LocalOptions.defaults().accessKeySecret();

    private static final Map<String, SchedulerMode> SCHEDULERS =
            new TreeMap<>(Map.of("slurm", SchedulerMode.SLURM, "builtin", SchedulerMode.BUILT_IN));

    private final String port;
    private final Optional<String> data;
    private final Optional<String> transitions;
    private final Optional<String> scheduler;
    private final boolean log;

    private LocalCommand(
            String port, Optional<String> data, Optional<String> transitions, Optional<String> scheduler, boolean log) {
        this.port = port;
        this.data = data;
        this.transitions = transitions;
        this.scheduler = scheduler;
        this.log = log;
    }

    static CommandSpec spec() {
        return CommandSpecs.command(
                        "local",
                        given -> new LocalCommand(
                                given.matchedOptionValue("--port", "0"),
                                Optional.ofNullable(given.matchedOptionValue("--data", null)),
                                Optional.ofNullable(given.matchedOptionValue("--transitions", null)),
                                Optional.ofNullable(given.matchedOptionValue("--scheduler", null)),
                                given.hasMatchedOption("--log")),
                        List.of(
                                "Usage: ehpc local [--port N] [--nodes N] [--local-exec MODE] [--data DIR] [--log]",
                                "                  [--transitions PACE] [--scheduler NAME]",
                                "                  [--faults FILE [--seed N]]"),
                        List.of(
                                "Starts the local service, E-HPC on this machine, for any client.",
                                "",
                                "It listens only on 127.0.0.1; the first line of output is its endpoint. Ctrl-C or a",
                                "signal ends it. The access key is 'local' with the secret 'local-secret', unless",
                                "EHPC_LOCAL_ACCESS_KEY_ID and EHPC_LOCAL_ACCESS_KEY_SECRET are set.",
                                "",
                                "Commands are real processes. Background processes of a command end with the",
                                "command; on a real node they continue. Jobs run in a Slurm of the service if",
                                "Debian's packages slurmctld and slurmd are installed.",
                                ""))
                .addOption(
                        CommandSpecs.value("--port", "N", "Port of the service; 0, the default, selects a free one."))
                .addOption(CommandSpecs.value(
                        "--data",
                        "DIR",
                        "Directory that keeps all changes between starts; without it nothing is kept."))
                .addOption(CommandSpecs.value(
                        "--transitions",
                        "PACE",
                        "Pace of the statuses of clusters and nodes: at-once, 3-looks, or 200ms, the default."))
                .addOption(
                        CommandSpecs.choice(
                                "--scheduler",
                                "NAME",
                                SCHEDULERS.keySet(),
                                "Scheduler of jobs: slurm, or builtin for a small queue; by default, slurm if it can run here."))
                .addOption(
                        CommandSpecs.flag("Log each request on standard error, without keys and parameters.", "--log"));
    }

    @Override
    public boolean startsLocal() {
        return true;
    }

    @Override
    public int execute(Invocation invocation) {
        Console console = invocation.console();
        ConnectionOptions account =
                ConnectionOptions.defaults().environment(console.env()).local(service(invocation.options(), console));
        try (Connection connection = Connection.open(account)) {
            LocalService service = connection.service().orElseThrow();
            console.out().println("listening on " + service.endpoint());
            introduce(service, console);
            Connecting.announce(invocation.options(), console);
            new CountDownLatch(1).await();
            return ExitCode.OK.number();
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED.number();
        }
    }

    private LocalOptions service(Options options, Console console) {
        LocalOptions service =
                Connecting.local(options, console.env()).withPort(WholeNumbers.within("--port", port, 0, 65_535));
        if (data.isPresent()) {
            service = service.withDataDirectory(directory(data.get()));
        }
        if (transitions.isPresent()) {
            service = service.withTransitions(pace(transitions.get()));
        }
        if (scheduler.isPresent()) {
            service = service.withScheduler(scheduler(scheduler.get()));
        }
        return log ? service.withRequestLog(console::printError) : service;
    }

    private static SchedulerMode scheduler(String name) {
        return SCHEDULERS.get(Options.oneOf("--scheduler", name, List.copyOf(SCHEDULERS.keySet())));
    }

    private static Path directory(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("--data must be the name of a directory, is '" + name + "'");
        }
    }

    private static Transitions pace(String text) {
        try {
            return Transitions.of(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--transitions: " + e.getMessage());
        }
    }

    private static void introduce(LocalService service, Console console) {
        String secret = service.accessKeySecret().equals(KNOWN_SECRET) ? KNOWN_SECRET : "$EHPC_LOCAL_ACCESS_KEY_SECRET";
        console.note("E-HPC in region cn-hangzhou, clusters ehpc-hz-localdemo1 and ehpc-hz-localhybrid; "
                + service.describe() + "; " + service.describeJobs());
        console.note("any client: endpoint 127.0.0.1:" + service.endpoint().getPort() + " over http, access key id '"
                + service.accessKeyId() + "', secret '" + secret + "'");
        console.note("ehpc itself: ALIBABA_CLOUD_ACCESS_KEY_ID=" + service.accessKeyId()
                + " ALIBABA_CLOUD_ACCESS_KEY_SECRET=" + secret + " ehpc --region cn-hangzhou --endpoint "
                + service.endpoint() + " call ListClusters");
    }
}
