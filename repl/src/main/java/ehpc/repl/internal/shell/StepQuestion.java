package ehpc.repl.internal.shell;

import ehpc.plan.Step;
import ehpc.repl.internal.result.PlanPage;
import ehpc.script.InteractiveSession;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Shows a step of an entry before it is sent, and asks for approval of this step, or of all remaining steps of the entry. */
final class StepQuestion implements Predicate<Step> {

    private static final String QUESTION = "send this? [y/N/a] ";
    private static final Set<String> YES = Set.of("y", "yes");
    private static final Set<String> ALL = Set.of("a", "all");

    private final Shell shell;
    private final InteractiveSession session;
    private final Supplier<List<String>> waiting;
    private volatile boolean all;

    /**
     * Creates a question for an entry of the current session.
     *
     * @param waiting returns one line for each command that continues after a refusal
     */
    StepQuestion(Shell shell, Supplier<List<String>> waiting) {
        this.shell = shell;
        this.waiting = waiting;
        this.session = shell.session();
    }

    @Override
    public boolean test(Step step) {
        if (shell.session() != session) {
            return false; // the shell has a new session and abandoned this entry
        }
        if (all) {
            return true;
        }
        PlanPage.ask(step, shell.console(), shell.settings().color());
        String answer = shell.answer(QUESTION).strip().toLowerCase(Locale.ROOT);
        all = ALL.contains(answer);
        boolean yes = all || YES.contains(answer);
        if (!yes && !Thread.currentThread().isInterrupted()) {
            waiting.get().forEach(shell::note);
        }
        return yes;
    }
}
