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
 * Where the results of one script go, in the form that {@code --output} asks for, and where what it prints itself goes. Safe for
 * use by several threads.
 */
public final class RunOutput implements AutoCloseable {

    private final Console console;
    private final ResultPrinter printer;
    private final Appendable prints;
    private final Optional<RecordStream> records;
    private final Map<RunResult, Integer> numbers = Collections.synchronizedMap(new WeakHashMap<>());
    private int runs;

    private RunOutput(Console console, Format format, ResultPrinter text, boolean evenEmpty) {
        this.console = console;
        this.records = Optional.of(format)
                .filter(Format::isForMachines)
                .map(f -> new RecordStream(ResultRecords.form(f, ResultRecords.fields()), console.out(), evenEmpty));
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
            System.setOut(console.err()); // a script may print there as well
        }
        return new RunOutput(console, format, new Gathered(console.colored(colors), terminal, diff), true);
    }

    /** Begins the output of a shell's entry: where nothing ran, there are no records, and no text of them. */
    public static RunOutput ofEntry(Console console, Format format, ColorMode colors) {
        boolean terminal = console.terminals().output();
        return new RunOutput(console, format, new Gathered(console.colored(colors), terminal, false), false);
    }

    /** A run has ended; it has the next number in the script, whether it is shown or not. */
    public synchronized void ran(RunResult result) {
        numbers.put(result, ++runs);
    }

    /** Of a result of an earlier entry, which is looked at now, it is the next. */
    private synchronized int number(RunResult result) {
        return numbers.computeIfAbsent(result, one -> ++runs);
    }

    /** Shows the results that are to be shown. */
    public ResultPrinter printer() {
        return printer;
    }

    /** Takes what the script prints itself: not where results for a program go. */
    public Appendable prints() {
        return prints;
    }

    private void table(RunResult result, Appendable out) {
        if (!result.getResults().isEmpty()) {
            console.print(ResultRecords.table(result));
        }
    }

    private void record(RunResult result, Appendable out) {
        records.orElseThrow().write(ResultRecords.of(result, number(result)));
    }

    /** Makes the output whole. */
    @Override
    public void close() {
        records.ifPresent(RecordStream::close);
    }
}
