package ehpc.repl.internal.terminal;

import ehpc.Change;
import ehpc.RunListener;
import ehpc.repl.internal.render.Printable;
import ehpc.text.TextWidth;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Shows the progress of all current runs, or else of the changes that are waited for, in one line of a terminal. Thread-safe. */
public final class ProgressLine implements RunListener, AutoCloseable {

    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Screen screen;
    private final IntSupplier width;
    private final UnaryOperator<String> mask;
    private final LongSupplier nanos;
    private final Map<Run, State> runs = new LinkedHashMap<>();
    private final Map<Change, Wait> waits = new LinkedHashMap<>();
    private final Optional<ScheduledExecutorService> ticker;
    private long lastDrawn;

    private record State(long started, RunListener.Progress progress) {}

    private record Wait(long started, String state) {}

    private ProgressLine(
            Screen screen, IntSupplier width, UnaryOperator<String> mask, LongSupplier nanos, boolean ticks) {
        this.screen = screen;
        this.width = width;
        this.mask = mask;
        this.nanos = nanos;
        this.ticker = ticks ? Optional.of(ticker()) : Optional.empty();
        ticker.ifPresent(t -> t.scheduleAtFixedRate(this::draw, 1, 1, TimeUnit.SECONDS));
    }

    /**
     * Returns a line that is drawn at each event, and each second.
     *
     * @param mask masks the secrets in commands
     */
    public static ProgressLine on(Screen screen, IntSupplier width, UnaryOperator<String> mask) {
        return new ProgressLine(screen, width, mask, System::nanoTime, true);
    }

    /** Returns a line that is drawn only at events. */
    public static ProgressLine untimed(Screen screen, IntSupplier width, LongSupplier nanos) {
        return new ProgressLine(screen, width, UnaryOperator.identity(), nanos, false);
    }

    private static ScheduledExecutorService ticker() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "ehpc-progress");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public synchronized void began(Run run) {
        runs.put(run, new State(nanos.getAsLong(), new RunListener.Progress(run, run.nodes(), 0, 0, 0)));
    }

    @Override
    public synchronized void progress(RunListener.Progress progress) {
        runs.computeIfPresent(progress.run(), (run, state) -> new State(state.started, progress));
        if (lastDrawn == 0 || nanos.getAsLong() - lastDrawn >= REDRAW_NANOS) {
            draw();
        }
    }

    @Override
    public synchronized void ended(Run run) {
        runs.remove(run);
        eraseAtEnd();
    }

    @Override
    public synchronized void waiting(Change change, String state) {
        Wait before = waits.get(change);
        waits.put(change, new Wait(before == null ? nanos.getAsLong() : before.started, state));
        draw();
    }

    @Override
    public synchronized void waited(Change change) {
        waits.remove(change);
        eraseAtEnd();
    }

    private void eraseAtEnd() {
        if (runs.isEmpty() && waits.isEmpty()) {
            screen.erase();
            lastDrawn = 0;
        }
    }

    private synchronized void draw() {
        if (runs.isEmpty() && waits.isEmpty()) {
            return;
        }
        lastDrawn = nanos.getAsLong();
        // Some terminals start a new line as soon as the last column is filled.
        int most = width.getAsInt() - 1;
        screen.draw(runs.isEmpty() ? TextWidth.cut(Printable.line(mask.apply(waits())), most) : text().line(most));
    }

    private String waits() {
        return waits.entrySet().stream()
                .map(one -> text(one.getKey(), one.getValue()))
                .collect(Collectors.joining("; "));
    }

    private String text(Change change, Wait wait) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - wait.started);
        return change.getWord() + ": " + wait.state + ", " + seconds + " s";
    }

    private ProgressText text() {
        int[] sums = new int[4];
        runs.values().stream().map(State::progress).forEach(p -> {
            sums[0] += p.total();
            sums[1] += p.done();
            sums[2] += p.failed();
            sums[3] += p.running();
        });
        long started = runs.values().iterator().next().started;
        return new ProgressText(
                title(), sums[0], sums[1], sums[2], sums[3], Duration.ofNanos(nanos.getAsLong() - started));
    }

    private String title() {
        var commands = runs.keySet().stream().map(Run::command).distinct().toList();
        return commands.size() == 1 ? mask.apply(commands.get(0).shortened()) : commands.size() + " commands";
    }

    @Override
    public synchronized void close() {
        ticker.ifPresent(ScheduledExecutorService::shutdownNow);
        runs.clear();
        waits.clear();
        screen.erase();
    }
}
