package ehpc.repl.internal.shell.line;

import ehpc.edit.Completeness;
import ehpc.edit.Completer;
import ehpc.edit.CompletionContext;
import ehpc.edit.Lexer;
import ehpc.repl.internal.shell.ShellAtPrompt;
import ehpc.repl.internal.shell.ShellCommands;
import ehpc.script.InteractiveSession;
import ehpc.script.Rule;
import ehpc.script.ScriptProblem;
import ehpc.script.SessionContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks, a moment after the last key, at what is being typed: what is wrong with it, and which live names will be asked for. No key ever
 * waits for it. Safe for use by several threads.
 */
final class Watcher implements AutoCloseable {

    private static final int MOMENT_MILLIS = 150;
    private static final int MOST_CHECKED = 20_000;

    private final ShellAtPrompt shell;
    private final Runnable redraw;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread looking = new Thread(task, "ehpc-watcher");
        looking.setDaemon(true);
        looking.setPriority(Thread.MIN_PRIORITY);
        return looking;
    });
    private Optional<Future<?>> planned = Optional.empty();
    private String looked = "";
    private int lookedAt = -1;
    private volatile Found found = new Found("", List.of());

    private record Found(String text, List<Flaw> flaws) {}

    /**
     * Something that is wrong.
     *
     * @param from where its name or sign begins in the text
     * @param to where that ends, exclusive
     * @param message what is wrong
     */
    record Flaw(int from, int to, String message) {}

    Watcher(ShellAtPrompt shell, Runnable redraw) {
        this.shell = shell;
        this.redraw = redraw;
    }

    /** A text is shown with the cursor at an index; what is wrong with it will be known later. */
    synchronized void look(String text, int cursor) {
        if (text.equals(looked) && cursor == lookedAt) {
            return;
        }
        looked = text;
        lookedAt = cursor;
        planned.ifPresent(plan -> plan.cancel(false));
        if (text.isBlank()
                || text.length() > MOST_CHECKED
                || ShellCommands.isBegun(text)
                || ShellCommands.endsInCommand(text)) {
            found = new Found(text, List.of());
        } else if (!thread.isShutdown()) {
            planned = Optional.of(thread.schedule(() -> attempt(text, cursor), MOMENT_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    /** Nothing is being typed any more. */
    synchronized void rest() {
        planned.ifPresent(plan -> plan.cancel(false));
        looked = "";
        lookedAt = -1;
        found = new Found("", List.of());
    }

    /** What is known to be wrong in a text: also in the text before the last keys, as far as it has not changed. */
    List<Flaw> flaws(String text) {
        Found known = found;
        int same = 0;
        int most = Math.min(text.length(), known.text().length());
        while (same < most && text.charAt(same) == known.text().charAt(same)) {
            same++;
        }
        int unchanged = same == known.text().length() && same == text.length() ? Integer.MAX_VALUE : same;
        return known.flaws().stream().filter(flaw -> flaw.to() < unchanged).toList();
    }

    private void attempt(String text, int cursor) {
        try {
            if (shell.isUsable()) {
                check(text, cursor);
            }
        } catch (RuntimeException | Error e) {
            shell.tellOnce(e);
        }
    }

    private void check(String text, int cursor) {
        SessionContext context = shell.context();
        shell.want(Completer.complete(text, cursor, new CompletionContext(context, shell.names()))
                .wanted());
        int written = text.substring(0, cursor).stripTrailing().length(); // a word with a blank behind it may go on
        List<Flaw> flaws = Completeness.of(text).isComplete()
                ? InteractiveSession.problems(Completeness.joined(text), context).stream()
                        .filter(problem -> problem.rule() != Rule.STOPPED && problem.line() > 0)
                        .map(problem -> flaw(text, problem))
                        .filter(flaw -> flaw.from() > cursor || flaw.to() < written)
                        .toList()
                : List.of();
        boolean news;
        synchronized (this) {
            news = text.equals(looked) && !flaws.equals(found.flaws());
            if (text.equals(looked)) {
                found = new Found(text, flaws);
            }
        }
        if (news) {
            redraw.run();
        }
    }

    /** The token that a problem's place is in. */
    private static Flaw flaw(String text, ScriptProblem problem) {
        int line = 0;
        for (int i = 1; i < problem.line() && line >= 0; i++) {
            line = text.indexOf('\n', line) + 1;
        }
        int before = Math.min(Math.max(0, problem.column() - 1), text.codePointCount(line, text.length()));
        int at = Math.min(text.offsetByCodePoints(line, before), Math.max(0, text.length() - 1));
        return Lexer.tokens(text).stream()
                .filter(token -> token.from() <= at && at < token.to() && token.isMeant())
                .findFirst()
                .map(token -> new Flaw(token.from(), token.to(), problem.message()))
                .orElse(new Flaw(at, Math.min(text.length(), at + 1), problem.message()));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
