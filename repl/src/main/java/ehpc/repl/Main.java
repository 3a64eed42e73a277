package ehpc.repl;

import ehpc.repl.internal.terminal.Console;
import ehpc.repl.internal.terminal.Terminals;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The entry point of ehpc. */
public final class Main {

    private Main() {}

    /** Runs ehpc on the standard streams and ends the JVM with its exit code. */
    public static void main(String[] args) {
        Console console = new Console(
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                Terminals.ofProcess());
        // Formatting and conversions in scripts, and all output of ehpc, are the same on every machine.
        Locale.setDefault(Locale.ENGLISH);
        // A script's System.out.println must reach the same stream in order, and in UTF-8.
        System.setOut(console.out());
        System.setErr(console.err());
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, raised) -> console.printError("ehpc: a thread that the script started raised "
                        + raised.getClass().getSimpleName()
                        + (raised.getMessage() == null ? "" : ": " + raised.getMessage())));
        Runtime.getRuntime().addShutdownHook(new Thread(console::end, "ehpc-end"));
        int code = run(args, console);
        console.finished();
        System.exit(code);
    }

    /**
     * Runs ehpc on the given streams, none of which counts as a terminal.
     *
     * @param args the command line without the word {@code ehpc}
     * @param in standard input
     * @param out standard output
     * @param err standard error
     * @param env the environment
     * @return the exit code, as listed by {@code ehpc --help}
     */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err, Map<String, String> env) {
        return run(args, new Console(in, out, err, env, Terminals.NONE));
    }

    static int run(String[] args, Console console) {
        int code = new Dispatcher(console).run(List.of(args));
        return console.failure()
                .map(lost -> OutputFailure.report(lost, code, console))
                .orElse(code);
    }
}
