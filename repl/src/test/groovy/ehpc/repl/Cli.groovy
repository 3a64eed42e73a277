package ehpc.repl

import ehpc.repl.internal.terminal.Console
import ehpc.repl.internal.terminal.Terminals
import java.nio.file.Files

/** Calls ehpc in this process. */
final class Cli {

    /** A home without anything in it. */
    static final String HOME = emptyHome()

    private Cli() {
    }

    /** Options: env, input (text or bytes), terminals (in the form of the launcher), out (the output stream). */
    static Ended call(Map options = [:], String... args) {
        InputStream input = options.input instanceof byte[]
                ? new ByteArrayInputStream(options.input as byte[])
                : new ByteArrayInputStream(((options.input ?: '') as String).getBytes('UTF-8'))
        ByteArrayOutputStream out = new ByteArrayOutputStream()
        ByteArrayOutputStream err = new ByteArrayOutputStream()
        Console console = new Console(input, (options.out ?: out) as OutputStream, err, [HOME: HOME] + ((options.env ?: [:]) as Map<String, String>),
                new Terminals(false, (options.terminals ?: '') as String))
        int code = Main.run(args, console)
        new Ended(code, out.toString('UTF-8'), err.toString('UTF-8'))
    }

    /** Programs leave caches and histories in it, so it is removed with everything in it. */
    private static String emptyHome() {
        File home = Files.createTempDirectory('ehpc-home').toFile()
        Runtime.runtime.addShutdownHook(new Thread({ home.deleteDir() }))
        home.path
    }
}
