package ehpc.repl.internal.terminal;

import ehpc.Change;
import ehpc.RunListener;
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

/** Shows the progress of all current runs in one line of a terminal. Thread-safe. */
public final class ProgressLine implements RunListener, AutoCloseable {

    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Screen screen;
    private final IntSupplier width;
    private final UnaryOperator<String> mask;
    private final LongSupplier nanos;
    private final Map<Run, State> runs = new LinkedHashMap<>();
    private final Map<Change, Long> waits = new LinkedHashMap<>();
    private final Map<Change, String> states = new LinkedHashMap<>();
    private final Optional<ScheduledExecutorService> ticker;
    private long lastDrawn;

    private record State(long started, RunListener.Progress progress) {}

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
        if (runs.isEmpty() && waits.isEmpty()) {
            screen.erase();
            lastDrawn = 0;
        }
    }

    @Override
    public synchronized void waiting(Change change, String state) {
        waits.putIfAbsent(change, nanos.getAsLong());
        states.put(change, state);
        draw();
    }

    @Override
    public synchronized void waited(Change change) {
        waits.remove(change);
        states.remove(change);
        if (runs.isEmpty() && waits.isEmpty()) {
            screen.erase();
            lastDrawn = 0;
        }
    }

    private String wait(Change change) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - waits.get(change));
        return change.getWord() + ": " + states.get(change) + ", " + seconds + " s";
    }

    private synchronized void draw() {
        if (runs.isEmpty() && !waits.isEmpty()) {
            lastDrawn = nanos.getAsLong();
            String line = waits.keySet().stream().map(this::wait).collect(Collectors.joining("; "));
            int most = width.getAsInt() - 1;
            screen.draw(mask.apply(line.length() > most ? line.substring(0, Math.max(0, most)) : line));
        }
        if (!runs.isEmpty()) {
            lastDrawn = nanos.getAsLong();
            // Some terminals start a new line as soon as the last column is filled.
            screen.draw(text().line(width.getAsInt() - 1));
        }
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
