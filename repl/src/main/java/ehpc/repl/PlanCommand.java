package ehpc.repl;

import ehpc.plan.Plan;
import ehpc.plan.PlanPlace;
import ehpc.repl.internal.failure.ExitCode;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.result.PlanPage;
import ehpc.repl.internal.terminal.Console;
import ehpc.text.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ehpc plan}: the changes that a script would make. */
final class PlanCommand implements Subcommand {

    private static final String DETAILED = "--detailed-exitcode";
    private static final String EFFECTS = "--allow-effects";

    /** The exit code for pending changes, as in other tools. */
    private static final int CHANGES = 2;

    private final ScriptChoice script;
    private final Optional<String> file;
    private final boolean detailed;
    private final boolean effects;

    private PlanCommand(ScriptChoice script, Optional<String> file, boolean detailed, boolean effects) {
        this.script = script;
        this.file = file;
        this.detailed = detailed;
        this.effects = effects;
    }

    private static PlanCommand of(ParseResult given) {
        return new PlanCommand(
                new ScriptChoice(given.matchedOptionValue("-e", List.of()), CommandSpecs.operands(given)),
                Optional.ofNullable(given.matchedOptionValue("-o", null)),
                given.hasMatchedOption(DETAILED),
                given.hasMatchedOption(EFFECTS));
    }

    static CommandSpec spec() {
        return CommandSpecs.command(
                        "plan",
                        PlanCommand::of,
                        List.of(
                                "Usage: ehpc plan [-o PLAN] [--detailed-exitcode] [--allow-effects] FILE [ARG...]",
                                "       ehpc plan [-o PLAN] [--detailed-exitcode] [--allow-effects] -e TEXT [ARG...]"),
                        List.of(
                                "Shows the changes that a script would make, without making them.",
                                "",
                                "The script is evaluated: read-only calls are sent, calls that change something are"
                                        + " recorded, and",
                                "its output is discarded. If it uses the result of a recorded call, the plan ends"
                                        + " and reports it.",
                                "If it would write a file, start a process or open a connection, the plan is refused.",
                                "--output json prints the plan in the form of -o; 'ehpc run --plan PLAN' carries it"
                                        + " out.",
                                ""))
                .addOption(CommandSpecs.values(
                        "-e", "TEXT", "The text of the script, in place of FILE; each further -e adds a line."))
                .addOption(CommandSpecs.value(
                        "-o",
                        "PLAN",
                        "Save the plan in this file, readable only by its owner; an existing plan is replaced."))
                .addOption(CommandSpecs.flag(
                        "End with 0 if nothing would change and with 2 if something would; errors keep their exit"
                                + " codes.",
                        DETAILED))
                .addOption(CommandSpecs.flag(
                        "Let the script write files, start processes and open connections during planning.", EFFECTS))
                .addPositional(CommandSpecs.operands(
                        "0..*",
                        "FILE [ARG...]",
                        "The script (- for standard input) and its arguments, args. Options of ehpc may follow, too;"
                                + " everything after -- belongs to the script."));
    }

    @Override
    public int execute(Invocation invocation) {
        Console console = invocation.console();
        if (script.isEmpty() && console.terminals().input()) {
            return new Help(invocation)
                    .nothingToDo(invocation.commands().getSubcommands().get("plan"))
                    .number();
        }
        checkOptions(invocation);
        Optional<PlanFile> target = file.map(PlanFile::target);
        Plan plan = new Planning(invocation).plan(script, effects);
        target.ifPresent(to -> save(plan, to));
        if (invocation.options().output().orElse(Format.TEXT) == Format.JSON) {
            console.out().println(plan.json());
        } else {
            PlanPage.print(plan, console, invocation.options().color());
        }
        target.ifPresent(to -> console.note(saved(plan)));
        return detailed && plan.changes() ? CHANGES : ExitCode.OK.number();
    }

    private void checkOptions(Invocation invocation) {
        Format format = invocation.options().output().orElse(Format.TEXT);
        if (format != Format.TEXT && format != Format.JSON) {
            throw new UsageException("--output must be text or json for a plan, is '"
                    + format.name().toLowerCase(Locale.ROOT) + "'");
        }
        if (script.text().isEmpty() && !script.operands().isEmpty()) {
            String first = script.operands().get(0);
            if (first.length() > 1 && first.startsWith("-")) {
                var options = invocation
                        .commands()
                        .getSubcommands()
                        .get("plan")
                        .getCommandSpec()
                        .optionsMap()
                        .keySet();
                throw new UsageException("unknown option '" + first + "'" + Nearest.hint(first, options));
            }
        }
    }

    private static void save(Plan plan, PlanFile target) {
        if (!plan.withheld().isEmpty()) {
            throw new UsageException(plan.withheld());
        }
        target.write(plan);
    }

    private String saved(Plan plan) {
        String name = file.orElseThrow();
        return plan.isComplete()
                ? "plan saved in " + name + "; ehpc " + service(plan.place()) + "run --plan " + name + " carries it out"
                : "plan saved in " + name + "; it is not complete and cannot be carried out";
    }

    /** Returns the options that select a plan's service. */
    private static String service(PlanPlace place) {
        return place.local()
                ? "--local "
                : place.endpoint().map(url -> "--endpoint " + url + " ").orElse("");
    }
}
