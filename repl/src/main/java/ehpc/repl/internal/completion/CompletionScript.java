package ehpc.repl.internal.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Creates the script with which a shell completes the command line of ehpc without starting it. */
public final class CompletionScript {

    private static final String TABLES = "@tables@\n";

    private CompletionScript() {}

    /**
     * Returns the script.
     *
     * @param root the commands
     */
    public static String of(CompletionShell shell, CommandSpec root) {
        String tables = new Tables(root).all().stream().map(shell::function).collect(Collectors.joining("\n"));
        return template("ehpc." + shell.program()).replace(TABLES, tables);
    }

    private static String template(String name) {
        try (InputStream in = CompletionScript.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
