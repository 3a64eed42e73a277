package ehpc.repl.internal.result;

import ehpc.RunResult;
import ehpc.repl.internal.terminal.ColorMode;
import ehpc.repl.internal.terminal.Console;
import ehpc.script.ResultPrinter;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * The output of one script: its results in the form of {@code --output}, and its own output. Thread-safe.
 */
public final class RunOutput implements AutoCloseable {

    private final Console console;
    private final ResultPrinter printer;
    private final Appendable prints;
    private final Optional<RecordStream> records;
    private final Map<RunResult, Integer> numbers = Collections.synchronizedMap(new WeakHashMap<>());
    private int runs;

    private RunOutput(Console console, Format format, ResultPrinter text, boolean writeEmpty) {
        this.console = console;
        this.records = Optional.of(format)
                .filter(Format::isForMachines)
                .map(f -> new RecordStream(ResultRecords.form(f, ResultRecords.fields()), console.out(), writeEmpty));
        records.ifPresent(stream -> console.beforeEnd(stream::close));
        this.printer = format == Format.TEXT ? text : format == Format.TABLE ? this::table : this::record;
        this.prints = records.isPresent() ? console.err() : console.out();
    }

    /**
     * Begins the output.
     *
     * @param diff whether text shows groups as their differences from the largest one
     */
    public static RunOutput open(Console console, Optional<Format> form, ColorMode colors, boolean diff) {
        boolean terminal = console.terminals().output();
        Format format = form.orElse(Format.TEXT);
        if (format.isForMachines() && console.terminals().own()) {
            System.setOut(console.err()); // a script may print directly
        }
        return new RunOutput(
                console, format, new Gathered(console.secrets(), console.colored(colors), terminal, diff), true);
    }

    /** Begins the output of an entry of the shell; without runs, it is empty. */
    public static RunOutput ofEntry(Console console, Format format, ColorMode colors) {
        boolean terminal = console.terminals().output();
        return new RunOutput(
                console, format, new Gathered(console.secrets(), console.colored(colors), terminal, false), false);
    }

    /** Assigns the next number to a run that has ended, whether it is shown or not. */
    public synchronized void ran(RunResult result) {
        numbers.put(result, ++runs);
    }

    /** Returns the number of a run; the result of an earlier entry gets the next one. */
    private synchronized int number(RunResult result) {
        return numbers.computeIfAbsent(result, one -> ++runs);
    }

    /** Returns the printer of the results. */
    public ResultPrinter printer() {
        return printer;
    }

    /** Returns the target of the script's own output, which is not mixed with results for programs. */
    public Appendable prints() {
        return prints;
    }

    private void table(RunResult result, Appendable out) {
        if (!result.getResults().isEmpty()) {
            console.print(ResultRecords.table(result, console.secrets()));
        }
    }

    private void record(RunResult result, Appendable out) {
        records.orElseThrow().write(ResultRecords.of(result, number(result), console.secrets()));
    }

    /** Completes the output. */
    @Override
    public void close() {
        records.ifPresent(RecordStream::close);
    }
}
