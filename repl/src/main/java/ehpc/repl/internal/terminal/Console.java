package ehpc.repl.internal.terminal;

import ehpc.repl.internal.connect.SecretMask;
import ehpc.repl.internal.render.Table;
import ehpc.text.VisibleText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
 * The standard streams of one call of ehpc and their properties: results go to {@link #out()}, everything else through {@link #note} and
 * {@link #printError}.
 */
public final class Console {

    private static final int USUAL_WIDTH = 80;
    private static final int LONGEST_MESSAGE = 160;
    private static final int LAST_RESULTS_MILLIS = 1_000;
    private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Values of {@code TERM} for terminals without control sequences. */
    private static final Set<String> DUMB = Set.of("", "dumb", "unknown");

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
    private volatile boolean late;
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

    /** Returns standard output, for results only. On a terminal, control and invisible characters are escaped, except for colours. */
    public PrintStream out() {
        return out;
    }

    /** Returns standard error, escaped in the same way on a terminal. */
    public PrintStream err() {
        return err;
    }

    /** Asks a yes-or-no question on the terminal; returns false without an answer. */
    public boolean confirm(String question) {
        err.print(question + " [y/N] ");
        err.flush();
        StringBuilder answer = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                answer.append((char) next);
            }
        } catch (IOException e) {
            return false;
        }
        return Set.of("y", "yes").contains(answer.toString().strip().toLowerCase(Locale.ROOT));
    }

    /** Returns whether ehpc runs on a terminal with control sequences. */
    public boolean isInteractive() {
        return terminals.own() && terminals.input() && terminals.output() && terminals.error() && !dumb();
    }

    /** Returns the screen for progress: standard error, if it is a terminal and {@code --quiet} is not set. */
    public Optional<Screen> screen() {
        return quiet ? Optional.empty() : screen;
    }

    /** Opens a progress line on the screen, if there is one. */
    public Optional<ProgressLine> progressLine() {
        return screen().map(one -> ProgressLine.on(one, this::terminalWidth, secrets));
    }

    public Map<String, String> env() {
        return env;
    }

    public Terminals terminals() {
        return terminals;
    }

    /** Suppresses the output of {@link #note}. */
    public void beQuiet() {
        quiet = true;
    }

    public boolean isQuiet() {
        return quiet;
    }

    /** Sets the report for the case that a signal ends the process. */
    public void atSignal(Runnable report) {
        atSignal = report;
    }

    /** Sets the action that completes the results when the process ends. */
    public void beforeEnd(Runnable closing) {
        beforeEnd = closing;
    }

    /** Sets the control sequences that reset the terminal when the process ends. */
    public void atEnd(Supplier<String> controls) {
        controlsAtEnd = controls;
    }

    /**
     * Sets the action that stops the running work in order when the process ends.
     *
     * @param stop accepts a latch that opens when the work has finished its output
     */
    public void whenEnding(Consumer<CountDownLatch> stop) {
        stopping = stop;
    }

    /** Records that the time for the work is over. */
    public void late() {
        late = true;
    }

    /** Returns whether the time for the work was over before it ended. */
    public boolean isLate() {
        return late;
    }

    /** Waits until all output is complete; returns false if the time is over before. */
    public boolean awaitFinished(int seconds) throws InterruptedException {
        return finished.await(seconds, TimeUnit.SECONDS);
    }

    /** Returns whether the process is ending. */
    public boolean isEnding() {
        return ending;
    }

    /** Records that all output is complete and no work is left to stop. */
    public void finished() {
        whenEnding(latch -> {});
        atSignal(() -> {});
        finished.countDown();
    }

    /** Prints the last reports and ends all output as the process ends; later failures result from that and are not reported. */
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

    /** A reader that does not read must not block the end of the process. */
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

    /** Prints a message on standard error, unless {@code --quiet} is set. */
    public void note(String line) {
        if (!quiet) {
            printError("ehpc: " + line);
        }
    }

    /**
     * Prints an error on standard error, without secrets; invisible characters are escaped, because the text may contain output of nodes.
     */
    public void printError(String text) {
        printError(text, line -> line);
    }

    /**
     * Prints an error on standard error.
     *
     * @param first formats the first line
     */
    public void printError(String text, UnaryOperator<String> first) {
        if (!muted) {
            String[] headAndRest = VisibleText.lines(secrets.apply(text)).split("\n", 2);
            headAndRest[0] = first.apply(headAndRest[0]);
            err.print(String.join(System.lineSeparator(), headAndRest) + System.lineSeparator());
        }
    }

    /** Prints a stack trace on standard error, without secrets. */
    public void printStackTrace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        err.print(secrets.apply(trace.toString()));
        err.flush();
    }

    /** Returns the mask for the secrets of scripts, for use by logs. */
    public SecretMask secrets() {
        return secrets;
    }

    /** Sets the option or command that shows all columns of a table; {@code --output json} by default. */
    public void allColumnsBy(String text) {
        allColumns = text;
    }

    /** Prints a table, fitted to the terminal if standard output is one. */
    public void print(Table table) {
        Table.Fitted fitted = table.fitted(width());
        fitted.lines().forEach(out::println);
        if (fitted.hidden() > 0) {
            note(fitted.hidden() + " of " + table.headings().size() + " columns do not fit; " + allColumns
                    + " shows all");
        }
    }

    /** Returns the failure of writing results, if any. */
    public Optional<IOException> failure() {
        out.flush();
        return results.failure();
    }

    /** Returns whether results have colours. */
    public boolean colored(ColorMode mode) {
        return switch (mode) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> terminals.output() && env.getOrDefault("NO_COLOR", "").isEmpty() && !dumb();
        };
    }

    private boolean dumb() {
        return DUMB.contains(env.getOrDefault("TERM", ""));
    }

    /** Returns the maximum columns of a line; empty for any length, if standard output is no terminal. */
    public OptionalInt width() {
        return terminals.output() ? OptionalInt.of(terminalWidth()) : OptionalInt.empty();
    }

    /** Returns the maximum columns of a line of a message. */
    public int messageWidth() {
        return terminals.error() || terminals.output() ? Math.min(terminalWidth(), LONGEST_MESSAGE) : LONGEST_MESSAGE;
    }

    /** Sets the source of the terminal's width, such as an open terminal. */
    public void measure(IntSupplier columns) {
        measured = Optional.of(columns);
        screen.ifPresent(s -> s.width(this::terminalWidth));
    }

    /** Returns the columns of the terminal, whichever stream is connected to it. */
    public int terminalWidth() {
        int known = measured.map(IntSupplier::getAsInt).orElse(0);
        return known > 0 ? known : askedWidth();
    }

    /** Caches the width: each request starts a process, and progress is drawn often. */
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
