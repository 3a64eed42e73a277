package ehpc.repl.internal.shell.line;

import ehpc.edit.Diagnostic;
import ehpc.edit.Document;
import ehpc.repl.internal.shell.ShellAtPrompt;
import ehpc.repl.internal.shell.ShellCommands;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks, a moment after the last key, at what is being typed: what is wrong with it, and which live names will be asked for. No key waits
 * for it, but Tab where it is already finding out what Tab asks for, too. Safe for use by several threads.
 */
final class BackgroundChecker implements AutoCloseable {

    private static final int MOMENT_MILLIS = 150;
    private static final int MOST_CHECKED = 20_000;

    private final ShellAtPrompt shell;
    private final Runnable redraw;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread looking = new Thread(task, "ehpc-checker");
        looking.setDaemon(true);
        looking.setPriority(Thread.MIN_PRIORITY);
        return looking;
    });
    private Optional<Future<?>> planned = Optional.empty();
    private Document looked;
    private int lookedAt;
    private volatile Found found = new Found("", List.of());

    private record Found(String text, List<Diagnostic> diagnostics) {}

    BackgroundChecker(ShellAtPrompt shell, Runnable redraw) {
        this.shell = shell;
        this.redraw = redraw;
    }

    /** A text is shown with the cursor at an index; what is wrong with it will be known later. */
    synchronized void look(Document document, int cursor) {
        if (document == looked && cursor == lookedAt) {
            return;
        }
        String text = document.text();
        looked = document;
        lookedAt = cursor;
        planned.ifPresent(plan -> plan.cancel(false));
        if (text.isBlank()
                || text.length() > MOST_CHECKED
                || ShellCommands.isBegun(text)
                || ShellCommands.endsInCommand(text)) {
            found = new Found(text, List.of());
        } else if (!thread.isShutdown()) {
            planned =
                    Optional.of(thread.schedule(() -> attempt(document, cursor), MOMENT_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    /** Nothing is being typed any more. */
    synchronized void rest() {
        planned.ifPresent(plan -> plan.cancel(false));
        looked = null;
        found = new Found("", List.of());
    }

    /** What is known to be wrong in a text: also in the text before the last keys, as far as it has not changed. */
    List<Diagnostic> diagnostics(String text) {
        Found known = found;
        int same = 0;
        int most = Math.min(text.length(), known.text().length());
        while (same < most && text.charAt(same) == known.text().charAt(same)) {
            same++;
        }
        int unchanged = same == known.text().length() && same == text.length() ? Integer.MAX_VALUE : same;
        return known.diagnostics().stream().filter(one -> one.to() < unchanged).toList();
    }

    private void attempt(Document document, int cursor) {
        try {
            if (shell.isUsable()) {
                check(document, cursor);
            }
        } catch (RuntimeException | Error e) {
            shell.reportOnce(e);
        }
    }

    private void check(Document document, int cursor) {
        String text = document.text();
        shell.want(document.complete(cursor, shell.names()).wanted());
        int written = text.substring(0, cursor).stripTrailing().length(); // a word with a blank behind it may go on
        List<Diagnostic> diagnostics = document.diagnostics().stream()
                .filter(one -> one.from() > cursor || one.to() < written)
                .toList();
        boolean news;
        synchronized (this) {
            news = document == looked && !diagnostics.equals(found.diagnostics());
            if (document == looked) {
                found = new Found(text, diagnostics);
            }
        }
        if (news) {
            redraw.run();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
