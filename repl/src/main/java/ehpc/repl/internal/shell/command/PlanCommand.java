package ehpc.repl.internal.shell.command;

import ehpc.plan.Plan;
import ehpc.plan.PlanPlace;
import ehpc.repl.internal.result.PlanPage;
import ehpc.repl.internal.shell.Shell;
import ehpc.repl.internal.shell.Suggestions;
import ehpc.script.EntryResult;
import ehpc.script.ScriptRun;
import ehpc.syntax.TokenizedText;
import java.util.List;

/** {@code /plan}. */
final class PlanCommand {

    private static final String EFFECTS = "--allow-effects";
    private static final List<String> OFFERED = List.of("on", "off", EFFECTS);

    static void run(Shell shell, String argument) {
        if (argument.isEmpty()) {
            shell.note(
                    "plan is " + Choices.onOff(shell.settings().plan()) + "; write /plan on, /plan off or /plan ENTRY");
        } else if (Choices.ON_OFF.contains(argument)) {
            turn(shell, argument.equals("on"));
        } else {
            boolean effects = argument.matches("(?s)" + EFFECTS + "\\s.*");
            String entry = effects ? argument.substring(EFFECTS.length()).strip() : argument;
            ScriptRun<EntryResult> run = shell.session()
                    .compile(TokenizedText.of(entry).joined())
                    .over(shell.account().ehpc())
                    .environment(shell.console().env())
                    .secrets(shell.console().secrets()::add)
                    .marked(shell.runs().marks());
            PlanPage.print(
                    plan(shell, effects ? run.allowEffects() : run),
                    shell.console(),
                    shell.settings().color());
        }
    }

    static void turn(Shell shell, boolean on) {
        shell.settings().plan(on);
        shell.note(
                on
                        ? "each step that changes something is shown for approval before it is sent"
                        : "steps are sent without approval");
    }

    private static Plan plan(Shell shell, ScriptRun<EntryResult> run) {
        return run.plan(new PlanPlace(
                shell.account().options().endpoint(), shell.account().isLocal()));
    }

    static Suggestions complete(Shell shell, String argument) {
        return Choices.suggest(argument, OFFERED);
    }
}
