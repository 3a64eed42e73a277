package ehpc.script;

import ehpc.Ehpc;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Compiles scripts and gives them what they stand on: an account, an environment, a place to write. Immutable; every word
 * returns a new one.
 */
public final class Scripts {

    private final Ehpc ehpc;
    private final Appendable output;
    private final ResultPrinter printer;
    private final Map<String, String> environment;

    private Scripts(Ehpc ehpc, Appendable output, ResultPrinter printer, Map<String, String> environment) {
        this.ehpc = ehpc;
        this.output = output;
        this.printer = printer;
        this.environment = environment;
    }

    /** Scripts that work on an account, write to standard output and see the process's environment. */
    public static Scripts over(Ehpc ehpc) {
        return new Scripts(ehpc, System.out, ResultPrinter.GATHERED, System.getenv());
    }

    /** Writes results and what the script prints there. */
    public Scripts output(Appendable out) {
        return new Scripts(ehpc, out, printer, environment);
    }

    /** Shows the results of standing runs that way; gathered text when not said. */
    public Scripts printer(ResultPrinter results) {
        return new Scripts(ehpc, output, results, environment);
    }

    /** Lets scripts see these as {@code env}, and nothing of the process's. */
    public Scripts environment(Map<String, String> variables) {
        return new Scripts(ehpc, output, printer, Map.copyOf(variables));
    }

    /**
     * Compiles a file, UTF-8.
     *
     * @throws ScriptException the script is wrong; it holds every error
     * @throws IOException the file cannot be read
     */
    public CompiledScript compile(Path file) throws IOException {
        try {
            return compile(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new IOException(file + " must be UTF-8 text", e);
        }
    }

    /**
     * Compiles a text.
     *
     * @param name how messages call it, such as {@code deploy.ehpc}
     * @throws ScriptException the script is wrong; it holds every error
     */
    public CompiledScript compile(String name, String text) {
        Source source = new Source(name, text);
        return new CompiledScript(source, new ScriptCompiler().compile(source), this);
    }

    DefaultSession session(List<String> args) {
        return new DefaultSession(ehpc, output, printer, args, environment);
    }
}
