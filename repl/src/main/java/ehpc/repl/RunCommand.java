package ehpc.repl;

import ehpc.api.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ehpc run}: a script from a file, from the command line or from standard input. */
@Command(
        name = "run",
        customSynopsis = {"Usage: ehpc [OPTION...] [run] FILE [ARG...]", "       ehpc [OPTION...] [run] -e TEXT [ARG...]"},
        description = {
            "Runs a script; it sees each ARG, whatever it looks like, as args[0], args[1] and so on.",
            "The whole script is checked before its first call."
        })
final class RunCommand implements Verb {

    @Option(
            names = "-e",
            paramLabel = "TEXT",
            description = "The script itself in place of FILE; given several times, these are its lines.")
    private List<String> text = List.of();

    @Parameters(paramLabel = "FILE [ARG...]", arity = "0..*", description = "The script, - for standard input; its arguments.")
    private List<String> operands = List.of();

    @Override
    public ExitCode execute(Invocation invocation) {
        ScriptSource source = source(invocation);
        List<String> args = text.isEmpty() && !operands.isEmpty() ? operands.subList(1, operands.size()) : operands;
        return new Scripting(invocation).run(source, args);
    }

    private ScriptSource source(Invocation invocation) {
        if (!text.isEmpty()) {
            return new ScriptSource("-e", String.join("\n", text));
        }
        if (operands.isEmpty()) {
            return unnamed(invocation);
        }
        String file = operands.get(0);
        if (file.equals("-")) {
            return ScriptSource.input(invocation.console().in());
        }
        if (invocation.words().runImplied() && looksLikeCommand(file)) {
            var commands = invocation.commands().getSubcommands().keySet();
            throw new UsageException(
                    "'" + file + "' must be a command or the file of a script" + Nearest.hint(file, commands));
        }
        return ScriptSource.file(file);
    }

    private static boolean looksLikeCommand(String word) {
        return word.matches("[A-Za-z][A-Za-z-]*") && !Files.exists(Path.of(word));
    }

    private static ScriptSource unnamed(Invocation invocation) {
        String missing = "a script must be given: FILE, -e TEXT, or on standard input; see ehpc --help";
        if (invocation.console().terminals().input()) {
            throw new UsageException(missing);
        }
        ScriptSource source = ScriptSource.input(invocation.console().in());
        if (source.isBlank()) {
            throw new UsageException(missing);
        }
        return source;
    }
}
