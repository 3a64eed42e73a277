package ehpc.repl;

import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.terminal.Console;
import ehpc.script.ScriptException;
import ehpc.script.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ehpc check}: reports the errors of scripts, without running them. */
final class CheckCommand implements Subcommand {

    private final List<String> text;
    private final List<String> files;

    private CheckCommand(List<String> text, List<String> files) {
        this.text = text;
        this.files = files;
    }

    static CommandSpec spec() {
        return CommandSpecs.command(
                        "check",
                        CheckCommand::of,
                        List.of("Usage: ehpc check FILE...", "       ehpc check -e TEXT"),
                        List.of(
                                "Reports every problem of scripts. Needs no account and no network, and sends nothing.",
                                "",
                                "Prints nothing and ends with 0 if there are no problems; otherwise ends with 2.",
                                "With --output json, ndjson, csv or yaml, prints one record per problem.",
                                ""))
                .addOption(CommandSpecs.values("-e", "TEXT", "The text of the script; each further -e adds a line."))
                .addPositional(CommandSpecs.operands("0..*", "FILE", "A script; - for standard input."));
    }

    private static CheckCommand of(ParseResult given) {
        return new CheckCommand(given.matchedOptionValue("-e", List.of()), CommandSpecs.operands(given));
    }

    @Override
    public int execute(Invocation invocation) {
        Console console = invocation.console();
        if (text.isEmpty() && files.isEmpty() && console.terminals().input()) {
            return new Help(invocation)
                    .nothingToDo(invocation.commands().getSubcommands().get("check"))
                    .number();
        }
        Format format = invocation.options().output().orElse(Format.TEXT);
        List<List<FindingRecord>> found = new ArrayList<>();
        try (FindingOutput output = FindingOutput.open(console, format)) {
            for (ParsedArguments one : given(console)) {
                List<FindingRecord> findings = findings(one, console.messageWidth());
                output.show(findings);
                found.add(findings);
            }
        }
        return summarize(found, console).number();
    }

    private record ParsedArguments(String name, Supplier<ScriptSource> source) {}

    private List<ParsedArguments> given(Console console) {
        List<ParsedArguments> given = new ArrayList<>();
        if (!text.isEmpty()) {
            given.add(new ParsedArguments("-e", () -> ScriptSource.lines(text)));
        } else if (files.isEmpty()) {
            ScriptSource input = ScriptChoice.unnamed(console);
            given.add(new ParsedArguments(input.name(), () -> input));
        }
        files.forEach(name -> given.add(
                name.equals("-")
                        ? new ParsedArguments("stdin", () -> ScriptSource.input(console.in()))
                        : new ParsedArguments(name, () -> ScriptSource.file(name))));
        return given;
    }

    private static List<FindingRecord> findings(ParsedArguments given, int width) {
        try {
            ScriptSource source = given.source().get().filled();
            Scripts.compile(source.name(), source.text());
            return List.of();
        } catch (ScriptException e) {
            return e.problems().stream()
                    .map(problem -> FindingRecord.of(problem, width))
                    .toList();
        } catch (UsageException e) {
            return List.of(FindingRecord.unchecked(given.name(), "unreadable", e.getMessage()));
        } catch (StackOverflowError e) {
            String message = "the script is nested too deeply for the compiler";
            return List.of(FindingRecord.unchecked(given.name(), "too-deep", message));
        }
    }

    private static ExitCode summarize(List<List<FindingRecord>> found, Console console) {
        int problems = found.stream().mapToInt(List::size).sum();
        long wrong = found.stream().filter(findings -> !findings.isEmpty()).count();
        if (problems == 0) {
            return ExitCode.OK;
        }
        console.note(problems + (problems == 1 ? " problem in " : " problems in ") + wrong + " of " + found.size()
                + (found.size() == 1 ? " script" : " scripts"));
        return ExitCode.USAGE;
    }
}
