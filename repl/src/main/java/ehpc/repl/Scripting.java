package ehpc.repl;

import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import ehpc.script.CompiledScript;
import ehpc.script.ScriptCache;
import ehpc.script.Scripts;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs a script on the account that the command line names. */
final class Scripting {

    private final Console console;
    private final Options options;

    Scripting(Invocation invocation) {
        this.console = invocation.console();
        this.options = invocation.options();
    }

    /** Compiles the script whole, then runs it; nothing has been sent when the script is wrong. */
    ExitCode run(ScriptSource source, List<String> args) {
        ConnectionOptions account = Connecting.options(options, console.env());
        // Starting a service and the SDK takes about as long as the compiler, so they do not wait for each other.
        CompletableFuture<Connection> opening = CompletableFuture.supplyAsync(() -> open(account));
        try {
            CompiledScript script = compile(source);
            run(script, args, joined(opening));
            return ExitCode.OK;
        } finally {
            opening.handle((connection, failure) -> connection)
                    .thenAccept(Scripting::close)
                    .join();
        }
    }

    private CompiledScript compile(ScriptSource source) {
        return Directories.cache(console.env())
                .map(cache -> Scripts.compile(source.name(), source.text(), ScriptCache.in(cache.resolve("scripts"))))
                .orElseGet(() -> Scripts.compile(source.name(), source.text()));
    }

    private void run(CompiledScript script, List<String> args, Connection connection) {
        Outstanding outstanding = new Outstanding(connection.service().isPresent());
        console.atSignal(() -> outstanding.lines().forEach(console::say));
        script.over(connection.ehpc().listening(outstanding))
                .args(args)
                .environment(console.env())
                .output(console.out())
                .printer(RunResults.printer(options, console))
                .run();
    }

    private static Connection open(ConnectionOptions account) {
        Connection connection = Connection.open(account);
        connection.warmUp();
        return connection;
    }

    private static void close(Connection connection) {
        if (connection != null) {
            connection.close();
        }
    }

    private static Connection joined(CompletableFuture<Connection> opening) {
        try {
            return opening.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        }
    }
}
