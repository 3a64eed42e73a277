package ehpc.repl;

import ehpc.api.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ehpc run}: a script from a file, from the command line or from standard input. */
final class RunCommand implements Verb {

    private final List<String> text;
    private final List<String> operands;

    RunCommand(List<String> text, List<String> operands) {
        this.text = text;
        this.operands = operands;
    }

    static CommandSpec spec() {
        return Specs.command(
                        "run",
                        given -> new RunCommand(given.matchedOptionValue("-e", List.of()), Specs.operands(given)),
                        List.of(
                                "Usage: ehpc [OPTION...] [run] FILE [ARG...]",
                                "       ehpc [OPTION...] [run] -e TEXT [ARG...]"),
                        List.of("Runs a script. It is checked as a whole before its first call.", ""))
                .addOption(Specs.values(
                        "-e", "TEXT", "The script itself in place of FILE; given several times, these are its lines."))
                .addPositional(Specs.operands(
                        "0..*",
                        "FILE [ARG...]",
                        "The script, - for standard input, and what it sees as args: whatever follows FILE, also what looks"
                                + " like an option."));
    }

    @Override
    public ExitCode execute(Invocation invocation) {
        boolean terminal = invocation.console().terminals().input();
        if (text.isEmpty() && operands.isEmpty() && terminal) {
            return new Help(invocation).nothingToDo(invocation.commands());
        }
        List<String> args = text.isEmpty() && !operands.isEmpty() ? operands.subList(1, operands.size()) : operands;
        return new Scripting(invocation).run(source(invocation), args);
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
            throw new UsageException("'" + file + "' must be a command or the file of a script, it is neither"
                    + Nearest.hint(file, commands));
        }
        return ScriptSource.file(file);
    }

    private static boolean looksLikeCommand(String word) {
        return word.matches("[A-Za-z][A-Za-z-]*") && !Files.exists(Path.of(word));
    }

    private static ScriptSource unnamed(Invocation invocation) {
        ScriptSource source = ScriptSource.input(invocation.console().in());
        if (source.isBlank()) {
            throw new UsageException("a script must be given: FILE, -e TEXT, or on standard input; see ehpc --help");
        }
        return source;
    }
}
