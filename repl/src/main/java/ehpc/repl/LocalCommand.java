package ehpc.repl;

import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import ehpc.local.LocalOptions;
import ehpc.local.LocalService;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ehpc local}: the local service in the foreground, for any client. */
@Command(
        name = "local",
        customSynopsis = "Usage: ehpc local [--port N] [--nodes N] [--local-exec MODE] [--data DIR] [--log]",
        description = {
            "Starts the local service, E-HPC on this machine, until it is ended by Ctrl-C or a signal. It listens on",
            "127.0.0.1 alone; the first line on standard output says where. The access key is 'local' with the secret",
            "'local-secret', unless EHPC_LOCAL_ACCESS_KEY_ID and EHPC_LOCAL_ACCESS_KEY_SECRET say otherwise."
        })
final class LocalCommand implements Verb {

    private static final String KNOWN_SECRET = LocalOptions.defaults().accessKeySecret();

    @Option(names = "--port", paramLabel = "N", description = "Where to listen, 0 to 65535; 0, the default, takes a free port.")
    private String port = "0";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where to keep the world: clusters, commands, files of the nodes; nothing is kept by default.")
    private String data;

    @Option(names = "--log", description = "Log each request on standard error, one line, without keys and parameters.")
    private boolean log;

    @Override
    public boolean startsLocal() {
        return true;
    }

    @Override
    public ExitCode execute(Invocation invocation) {
        Console console = invocation.console();
        ConnectionOptions account = ConnectionOptions.defaults()
                .environment(console.env())
                .local(service(invocation.options(), console));
        try (Connection connection = Connection.open(account)) {
            LocalService service = connection.service().orElseThrow();
            console.out().println("listening on " + service.endpoint());
            introduce(service, console);
            new CountDownLatch(1).await();
            return ExitCode.OK;
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        }
    }

    private LocalOptions service(Options options, Console console) {
        LocalOptions service = Connecting.local(options, console.env()).withPort(Numbers.within("--port", port, 0, 65_535));
        if (data != null) {
            service = service.withDataDirectory(directory());
        }
        return log ? service.withRequestLog(console::complain) : service;
    }

    private Path directory() {
        try {
            return Path.of(data);
        } catch (InvalidPathException e) {
            throw new UsageException("--data must be the name of a directory, is '" + data + "'");
        }
    }

    private static void introduce(LocalService service, Console console) {
        String secret = service.accessKeySecret().equals(KNOWN_SECRET) ? KNOWN_SECRET : "$EHPC_LOCAL_ACCESS_KEY_SECRET";
        console.say("E-HPC in region cn-hangzhou, clusters ehpc-hz-localdemo1 and ehpc-hz-localhybrid; " + service.describe());
        console.say("any client: endpoint 127.0.0.1:" + service.endpoint().getPort() + " over http, access key id '"
                + service.accessKeyId() + "', secret '" + secret + "'");
        console.say("ehpc itself: ALIBABA_CLOUD_ACCESS_KEY_ID=" + service.accessKeyId()
                + " ALIBABA_CLOUD_ACCESS_KEY_SECRET=" + secret + " ehpc --region cn-hangzhou --endpoint "
                + service.endpoint() + " call ListClusters");
    }
}
