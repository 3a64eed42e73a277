package ehpc.repl;

import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.result.RecordStream;
import ehpc.repl.internal.result.ResultRecords;
import ehpc.repl.internal.terminal.Console;
import ehpc.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints the findings of {@code check}, in the form of {@code --output}. */
final class FindingOutput implements AutoCloseable {

    private final Console console;
    private final Format format;
    private final Optional<RecordStream> records;
    private final List<FindingRecord> rows = new ArrayList<>();

    private FindingOutput(Console console, Format format) {
        this.console = console;
        this.format = format;
        this.records = Optional.of(format)
                .filter(Format::isForMachines)
                .map(f -> new RecordStream(ResultRecords.form(f, FindingRecord.FIELDS), console.out()));
        records.ifPresent(stream -> console.beforeEnd(stream::close));
    }

    static FindingOutput open(Console console, Format format) {
        return new FindingOutput(console, format);
    }

    /** Prints the findings of one script. */
    void show(List<FindingRecord> findings) {
        records.ifPresent(stream -> stream.write(findings.stream().map(FindingRecord::values)));
        if (format == Format.TABLE) {
            rows.addAll(findings);
        } else if (format == Format.TEXT) {
            findings.forEach(finding -> console.out().println(VisibleText.lines(finding.text())));
        }
    }

    @Override
    public void close() {
        records.ifPresent(RecordStream::close);
        if (!rows.isEmpty()) {
            console.print(FindingRecord.table(rows));
        }
    }
}
