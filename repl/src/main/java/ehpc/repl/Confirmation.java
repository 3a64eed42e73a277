package ehpc.repl;

import ehpc.plan.Step;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.result.PlanPage;
import ehpc.repl.internal.terminal.Console;
import ehpc.script.CompiledScript;
import java.util.function.Predicate;

/** Asks before a step that deletes, stops or resets something, unless {@code --yes} confirmed it in advance. */
record Confirmation(Invocation invocation) implements Predicate<Step> {

    private static final String HOW =
            " must be confirmed: add " + Options.YES + ", or run the script on a terminal, where ehpc asks";

    /**
     * Refuses a script that contains such a word if nobody can be asked, before its first call.
     *
     * @throws UsageException with the place of each word
     */
    void require(CompiledScript script) {
        if (invocation.options().yes() || invocation.canAsk()) {
            return;
        }
        var lines = script.destroyingWords().stream()
                .map(use -> script.name() + ":" + use.line() + ": '" + use.word() + "'" + HOW)
                .toList();
        if (!lines.isEmpty()) {
            throw new UsageException(lines);
        }
    }

    @Override
    public boolean test(Step step) {
        if (invocation.options().yes()) {
            return true;
        }
        Console console = invocation.console();
        if (!invocation.canAsk()) {
            console.note("'" + step.word() + "'" + HOW);
            return false;
        }
        PlanPage.ask(step, console, invocation.options().color());
        return console.confirm("send this?");
    }
}
