package ehpc.repl;

import ehpc.api.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ehpc run}: a script from a file, from the command line or from standard input. */
final class RunCommand implements Verb {

    private static final String DIFF = "--diff";

    private final List<String> text;
    private final List<String> operands;
    private final boolean diff;
    private final boolean maxExitCode;

    private RunCommand(List<String> text, List<String> operands, boolean diff, boolean maxExitCode) {
        this.text = text;
        this.operands = operands;
        this.diff = diff;
        this.maxExitCode = maxExitCode;
    }

    /** A script without any option of its own, from standard input. */
    static RunCommand plain() {
        return new RunCommand(List.of(), List.of(), false, false);
    }

    private static RunCommand of(ParseResult given) {
        return new RunCommand(
                given.matchedOptionValue("-e", List.of()),
                Specs.operands(given),
                given.hasMatchedOption(DIFF),
                given.hasMatchedOption("--maxrc"));
    }

    static CommandSpec spec() {
        return Specs.command(
                        "run",
                        RunCommand::of,
                        List.of(
                                "Usage: ehpc [OPTION...] [run] FILE [ARG...]",
                                "       ehpc [OPTION...] [run] -e TEXT [ARG...]"),
                        List.of(
                                "Runs a script. It is checked as a whole before its first call.",
                                "",
                                "With --output json, ndjson, csv or yaml there is one record for each node of each run that stands",
                                "alone in the script, and what the script prints itself goes to standard error.",
                                ""))
                .addOption(Specs.values(
                        "-e", "TEXT", "The script itself in place of FILE; given several times, these are its lines."))
                .addOption(Specs.flag(
                        "Show the largest group of equal outputs whole, and the others as their differences from it.",
                        DIFF))
                .addOption(Specs.flag(
                        "End with the greatest exit code of any command on any node, 124 for one that was timed out, where"
                                + " nothing else went wrong.",
                        "--maxrc"))
                .addPositional(Specs.operands(
                        "0..*",
                        "FILE [ARG...]",
                        "The script, - for standard input, and what it sees as args: whatever follows FILE, also what looks"
                                + " like an option."));
    }

    @Override
    public int execute(Invocation invocation) {
        checkDiff(invocation.options());
        boolean terminal = invocation.console().terminals().input();
        if (text.isEmpty() && operands.isEmpty() && terminal) {
            return new Help(invocation).nothingToDo(invocation.commands()).number();
        }
        List<String> args = text.isEmpty() && !operands.isEmpty() ? operands.subList(1, operands.size()) : operands;
        return new Scripting(invocation, diff, maxExitCode).run(source(invocation), args);
    }

    private void checkDiff(Options options) {
        Format format = options.output().orElse(Format.TEXT);
        if (diff && format != Format.TEXT) {
            throw new UsageException(
                    DIFF + " must come with --output text, is " + format.name().toLowerCase(Locale.ROOT));
        }
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
