package ehpc.repl;

import ehpc.connect.ConnectionOptions;
import ehpc.plan.Plan;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.files.ScriptSource;
import ehpc.repl.internal.result.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ehpc run}: a script from a file, from the command line or from standard input. */
final class RunCommand implements Subcommand {

    private static final String DIFF = "--diff";

    private static final String PLAN = "--plan";

    private static final Pattern READS_ARGUMENTS = Pattern.compile("(?i)args\\b");

    private final ScriptChoice script;
    private final Optional<String> plan;
    private final boolean diff;
    private final boolean maxExitCode;

    private RunCommand(ScriptChoice script, Optional<String> plan, boolean diff, boolean maxExitCode) {
        this.script = script;
        this.plan = plan;
        this.diff = diff;
        this.maxExitCode = maxExitCode;
    }

    /** Returns a command for a script from standard input, without options. */
    static RunCommand plain() {
        return new RunCommand(new ScriptChoice(List.of(), List.of()), Optional.empty(), false, false);
    }

    private static RunCommand of(ParseResult given) {
        return new RunCommand(
                new ScriptChoice(given.matchedOptionValue("-e", List.of()), CommandSpecs.operands(given)),
                Optional.ofNullable(given.matchedOptionValue(PLAN, null)),
                given.hasMatchedOption(DIFF),
                given.hasMatchedOption("--maxrc"));
    }

    static CommandSpec spec() {
        return CommandSpecs.command(
                        "run",
                        RunCommand::of,
                        List.of(
                                "Usage: ehpc [OPTION...] [run] FILE [ARG...]",
                                "       ehpc [OPTION...] [run] -e TEXT [ARG...]",
                                "       ehpc [OPTION...] run --plan PLAN"),
                        List.of(
                                "Runs a script. The complete script is checked before its first call.",
                                "",
                                "With --output json, ndjson, csv or yaml, prints one record per node of each bare run,"
                                        + " and the",
                                "script's own output goes to standard error.",
                                ""))
                .addOption(CommandSpecs.values(
                        "-e", "TEXT", "The text of the script, in place of FILE; each further -e adds a line."))
                .addOption(CommandSpecs.flag(
                        "Show the largest group of equal outputs, and the others as their differences from it.", DIFF))
                .addOption(CommandSpecs.flag(
                        "End with the greatest exit code of any command on any node (124 for a timeout), if nothing"
                                + " else failed.",
                        "--maxrc"))
                .addOption(CommandSpecs.value(
                        PLAN,
                        "PLAN",
                        "Carry out a plan saved by 'ehpc plan -o PLAN': send exactly its steps, or nothing if anything"
                                + " differs from the plan."))
                .addPositional(CommandSpecs.operands(
                        "0..*",
                        "FILE [ARG...]",
                        "The script (- for standard input) and its arguments, args: everything after FILE, options"
                                + " included."));
    }

    @Override
    public int execute(Invocation invocation) {
        checkDiff(invocation.options());
        if (plan.isPresent()) {
            if (!script.isEmpty()) {
                throw new UsageException(
                        PLAN + " must be given without a script and arguments; the plan contains its own");
            }
            Plan read = PlanFile.read(plan.get());
            checkMarker(read, invocation.options());
            return scripting(invocation, new ScriptSource(read.script().name(), ""), read.isMarked())
                    .carryOut(read);
        }
        if (script.isEmpty() && invocation.console().terminals().input()) {
            return new Help(invocation).nothingToDo(invocation.commands()).number();
        }
        ScriptSource source = script.source(invocation);
        reportUnread(source, invocation);
        return scripting(invocation, source, invocation.options().marker()).run(source, script.args());
    }

    /** A plan is sent exactly as it was shown: with the marker, or without. */
    private static void checkMarker(Plan plan, Options options) {
        for (String option : plan.isMarked() ? List.of(Options.NO_MARKER, Options.NO_JOURNAL) : List.<String>of()) {
            if (option.equals(Options.NO_MARKER) ? !options.marker() : !options.journal()) {
                throw new UsageException(
                        option + " must be given to 'ehpc plan': the commands of this plan have a marker");
            }
        }
    }

    private Scripting scripting(Invocation invocation, ScriptSource source, boolean marked) {
        ConnectionOptions account =
                Connecting.options(invocation.options(), invocation.console().env());
        Optional<Path> file = plan.isPresent() ? Optional.empty() : script.file();
        List<String> args = plan.isPresent() ? List.of() : script.args();
        return new Scripting(
                invocation,
                account,
                diff,
                maxExitCode,
                connection -> RunJournal.begin(file, source, args, marked, connection, invocation));
    }

    /** A script's arguments may look like any option; if the script reads no arguments, an option of ehpc was likely meant. */
    private void reportUnread(ScriptSource source, Invocation invocation) {
        var options = invocation
                .commands()
                .getSubcommands()
                .get("run")
                .getCommandSpec()
                .optionsMap()
                .keySet();
        script.args().stream()
                .map(argument -> argument.replaceFirst("(?s)=.*", ""))
                .filter(options::contains)
                .findFirst()
                .filter(option -> !READS_ARGUMENTS.matcher(source.text()).find())
                .ifPresent(option -> invocation
                        .console()
                        .note("'" + option + "' after the script is an argument of the script, which reads no args;"
                                + " write options of ehpc before the script"));
    }

    private void checkDiff(Options options) {
        Format format = options.output().orElse(Format.TEXT);
        if (diff && format != Format.TEXT) {
            throw new UsageException("--output must be text for " + DIFF + ", is '"
                    + format.name().toLowerCase(Locale.ROOT) + "'");
        }
    }
}
