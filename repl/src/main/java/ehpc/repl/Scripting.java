package ehpc.repl;

import ehpc.RunListener;
import ehpc.connect.Connection;
import ehpc.connect.ConnectionOptions;
import ehpc.script.CompiledScript;
import ehpc.script.ScriptCache;
import ehpc.script.ScriptException;
import ehpc.script.Scripts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Runs a script on the account that the command line names. */
final class Scripting {

    private final Console console;
    private final Options options;
    private final boolean diff;
    private final boolean maxExitCode;
    private final MaxExitCode codes = new MaxExitCode();

    /**
     * @param diff whether text shows groups of results as their differences from the largest one
     * @param maxExitCode whether the greatest exit code of a command becomes that of ehpc
     */
    Scripting(Invocation invocation, boolean diff, boolean maxExitCode) {
        this.console = invocation.console();
        this.options = invocation.options();
        this.diff = diff;
        this.maxExitCode = maxExitCode;
    }

    /** Runs the script to its end and gives the exit code. */
    int run(ScriptSource source, List<String> args) {
        try (RunOutput output = RunOutput.open(console, options, diff)) {
            run(source, args, output);
        } catch (ScriptException e) {
            if (maxExitCode && MaxExitCode.isCauseOf(e)) {
                new Failures(console, options.trace()).tell(e);
                return codes.greatest();
            }
            throw e;
        }
        return maxExitCode ? codes.greatest() : ExitCode.OK.number();
    }

    /** Compiles the script whole, then runs it; nothing has been sent when the script is wrong. */
    private void run(ScriptSource source, List<String> args, RunOutput output) {
        ConnectionOptions account = Connecting.options(options, console.env());
        // Starting a service and the SDK takes about as long as the compiler, so they do not wait for each other.
        CompletableFuture<Connection> opening = CompletableFuture.supplyAsync(() -> open(account));
        try {
            CompiledScript script = compile(source);
            run(script, args, joined(opening), output);
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

    private void run(CompiledScript script, List<String> args, Connection connection, RunOutput output) {
        Outstanding outstanding = new Outstanding(connection.service().isPresent());
        console.atSignal(() -> outstanding.lines().forEach(console::say));
        Optional<ProgressLine> progress =
                console.screen().map(screen -> ProgressLine.on(screen, console::terminalWidth));
        List<RunListener> listeners =
                Stream.concat(Stream.of(outstanding), progress.stream()).toList();
        try {
            script.over(connection.ehpc().listening(new Listeners(listeners)))
                    .args(args)
                    .environment(console.env())
                    .output(output.prints())
                    .printer(output.printer())
                    .results(result -> {
                        output.ran(result);
                        codes.ran(result);
                    })
                    .run();
        } finally {
            progress.ifPresent(ProgressLine::close);
        }
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
