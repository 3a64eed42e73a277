package ehpc.repl.internal.terminal;

import ehpc.repl.internal.connect.SecretMask;
import ehpc.repl.internal.render.Table;
import ehpc.text.VisibleText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The standard streams of one call of ehpc and what is known of them: results go to {@link #out()}, everything else through
 * {@link #say} and {@link #complain}.
 */
public final class Console {

    private static final int USUAL_WIDTH = 80;
    private static final int LONGEST_MESSAGE = 160;
    private static final int LAST_RESULTS_MILLIS = 1_000;
    private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** The names of terminals of which nothing is known, or nothing good. */
    private static final Set<String> NOTHING_BUT_TEXT = Set.of("", "dumb", "unknown");

    private final InputStream in;
    private final ResultStream results;
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> env;
    private final Terminals terminals;
    private final SecretMask secrets = new SecretMask();
    private volatile String allColumns = "--output json";
    private volatile boolean quiet;
    private volatile boolean muted;
    private volatile boolean ending;
    private volatile Consumer<CountDownLatch> stopping = latch -> {};
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Optional<Screen> screen;
    private volatile Runnable atSignal = () -> {};
    private volatile Runnable beforeEnd = () -> {};
    private volatile Supplier<String> controlsAtEnd = () -> "";
    private volatile Optional<IntSupplier> measured = Optional.empty();
    private int askedWidth;
    private long askedAt;

    public Console(InputStream in, OutputStream out, OutputStream err, Map<String, String> env, Terminals terminals) {
        this.in = in;
        this.env = Map.copyOf(env);
        this.terminals = terminals;
        this.screen = terminals.error() && !dumb() ? Optional.of(new Screen(err)) : Optional.empty();
        this.results = new ResultStream(terminals.output() ? guarded(out) : out);
        this.out = printing(new BufferedOutputStream(results), terminals.output());
        this.err = printing(guarded(err), terminals.error());
    }

    private static PrintStream printing(OutputStream stream, boolean terminal) {
        return new PrintStream(terminal ? new TerminalStream(stream) : stream, true, StandardCharsets.UTF_8);
    }

    private OutputStream guarded(OutputStream stream) {
        return screen.map(s -> s.guard(stream)).orElse(stream);
    }

    public InputStream in() {
        return in;
    }

    /** Standard output: for results alone. Where it is a terminal, it writes out what that would obey or not show, but for colours. */
    public PrintStream out() {
        return out;
    }

    /** Standard error, with the same guard where it is a terminal. */
    public PrintStream err() {
        return err;
    }

    /** Returns whether the terminal that ehpc is started on obeys sequences of control characters. */
    public boolean isClever() {
        return terminals.own() && terminals.input() && terminals.output() && terminals.error() && !dumb();
    }

    /** Where progress can be shown: on standard error, where that is a terminal and quiet is not wished. */
    public Optional<Screen> screen() {
        return quiet ? Optional.empty() : screen;
    }

    public Map<String, String> env() {
        return env;
    }

    public Terminals terminals() {
        return terminals;
    }

    /** Leaves out what is said and not complained about. */
    public void beQuiet() {
        quiet = true;
    }

    public boolean isQuiet() {
        return quiet;
    }

    /** What to tell when a signal ends the process from now on. */
    public void atSignal(Runnable telling) {
        atSignal = telling;
    }

    /** What to do for the results to be whole when the process goes down. */
    public void beforeEnd(Runnable closing) {
        beforeEnd = closing;
    }

    /** What sets the terminal back when the process goes down. */
    public void atEnd(Supplier<String> controls) {
        controlsAtEnd = controls;
    }

    /**
     * How to end what runs now in order when the process goes down.
     *
     * @param stop gets told what to wait for: that everything has been said
     */
    public void whenEnding(Consumer<CountDownLatch> stop) {
        stopping = stop;
    }

    /** Returns whether the process is going down. */
    public boolean isEnding() {
        return ending;
    }

    /** Everything has been said, and there is nothing to stop any more. */
    public void finished() {
        whenEnding(latch -> {});
        atSignal(() -> {});
        finished.countDown();
    }

    /** Says the last words and ends all output: the process is going down, and what fails because of that is no news. */
    public void end() {
        ending = true;
        stopping.accept(finished);
        screen.ifPresent(s -> {
            s.reset(controlsAtEnd.get());
            s.end();
        });
        closeResults();
        results.end();
        atSignal.run();
        muted = true;
    }

    /** A reader that takes nothing must not keep the process from going down. */
    private void closeResults() {
        Thread closing = new Thread(beforeEnd, "ehpc-last-results");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(LAST_RESULTS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells something on standard error, unless quiet is wished. */
    public void say(String line) {
        if (!quiet) {
            complain("ehpc: " + line);
        }
    }

    /** Shows an error on standard error; what cannot be seen is written out, as it may hold what a node wrote. */
    public void complain(String text) {
        complain(text, line -> line);
    }

    /**
     * Shows an error on standard error.
     *
     * @param first how its first line is to look
     */
    public void complain(String text, UnaryOperator<String> first) {
        if (!muted) {
            String[] headAndRest = VisibleText.lines(text).split("\n", 2);
            headAndRest[0] = first.apply(headAndRest[0]);
            err.print(String.join(System.lineSeparator(), headAndRest) + System.lineSeparator());
        }
    }

    /** Returns the secrets that scripts were given, for logs to leave out. */
    public SecretMask secrets() {
        return secrets;
    }

    /** Sets the text to type for all columns of a table that does not fit; {@code --output json} if not set. */
    public void allColumnsBy(String text) {
        allColumns = text;
    }

    /** Prints a table, fitted to the terminal where standard output is one. */
    public void print(Table table) {
        Table.Fitted fitted = table.fitted(width());
        fitted.lines().forEach(out::println);
        if (fitted.hidden() > 0) {
            say(fitted.hidden() + " of " + table.headings().size() + " columns do not fit; " + allColumns
                    + " shows all");
        }
    }

    /** Returns why the results could not be written. */
    public Optional<IOException> failure() {
        out.flush();
        return results.failure();
    }

    /** Returns whether standard output takes colours. */
    public boolean colored(ColorMode mode) {
        return switch (mode) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> terminals.output() && env.getOrDefault("NO_COLOR", "").isEmpty() && !dumb();
        };
    }

    private boolean dumb() {
        return NOTHING_BUT_TEXT.contains(env.getOrDefault("TERM", ""));
    }

    /** Columns that a line may take; empty when standard output is no terminal, then lines are as long as they need. */
    public OptionalInt width() {
        return terminals.output() ? OptionalInt.of(terminalWidth()) : OptionalInt.empty();
    }

    /** Columns that a line of a message may take. */
    public int messageWidth() {
        return terminals.error() || terminals.output() ? Math.min(terminalWidth(), LONGEST_MESSAGE) : LONGEST_MESSAGE;
    }

    /** From now on the width is asked of a terminal that is open anyway. */
    public void measure(IntSupplier columns) {
        measured = Optional.of(columns);
        screen.ifPresent(s -> s.width(this::terminalWidth));
    }

    /** Columns of the terminal, whichever of the streams is connected to it. */
    public int terminalWidth() {
        int known = measured.map(IntSupplier::getAsInt).orElse(0);
        return known > 0 ? known : askedWidth();
    }

    /** Asking takes a process, and progress is drawn often. */
    private synchronized int askedWidth() {
        long now = System.nanoTime();
        if (askedWidth == 0 || now - askedAt > ASK_AGAIN_NANOS) {
            askedWidth = ask();
            askedAt = now;
        }
        return askedWidth;
    }

    private int ask() {
        return Terminals.positive(env.get("COLUMNS")).or(terminals::width).orElse(USUAL_WIDTH);
    }
}
