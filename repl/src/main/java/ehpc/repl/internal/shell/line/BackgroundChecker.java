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
 * Checks the edited text shortly after the last key: finds its problems, and requests the live names for a completion at the cursor. No key
 * waits for it, except Tab if both need the same analysis. Thread-safe.
 */
final class BackgroundChecker implements AutoCloseable {

    private static final int DELAY_MILLIS = 150;
    private static final int MOST_CHECKED = 20_000;

    private final ShellAtPrompt shell;
    private final Runnable redraw;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread worker = new Thread(task, "ehpc-checker");
        worker.setDaemon(true);
        worker.setPriority(Thread.MIN_PRIORITY);
        return worker;
    });
    private Optional<Future<?>> planned = Optional.empty();
    private Document latest;
    private int latestCursor;
    private volatile Found found = new Found("", List.of());

    private record Found(String text, List<Diagnostic> diagnostics) {}

    BackgroundChecker(ShellAtPrompt shell, Runnable redraw) {
        this.shell = shell;
        this.redraw = redraw;
    }

    /** Schedules the check of a text with the cursor at an index. */
    synchronized void schedule(Document document, int cursor) {
        if (document == latest && cursor == latestCursor) {
            return;
        }
        String text = document.text();
        latest = document;
        latestCursor = cursor;
        planned.ifPresent(plan -> plan.cancel(false));
        if (text.isBlank()
                || text.length() > MOST_CHECKED
                || ShellCommands.isBegun(text)
                || ShellCommands.endsInCommand(text)) {
            found = new Found(text, List.of());
        } else if (!thread.isShutdown()) {
            planned =
                    Optional.of(thread.schedule(() -> attempt(document, cursor), DELAY_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    /** Cancels the check and clears its result, after the end of editing. */
    synchronized void clear() {
        planned.ifPresent(plan -> plan.cancel(false));
        latest = null;
        found = new Found("", List.of());
    }

    /** Returns the known problems of a text, including those of the unchanged beginning of an earlier text. */
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
        int written = text.substring(0, cursor).stripTrailing().length(); // a word before a blank may be unfinished
        List<Diagnostic> diagnostics = document.diagnostics().stream()
                .filter(one -> one.from() > cursor || one.to() < written)
                .toList();
        boolean news;
        synchronized (this) {
            news = document == latest && !diagnostics.equals(found.diagnostics());
            if (document == latest) {
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
