package ehpc.dsl;

import ehpc.language.WordFacts;
import groovy.lang.Script;
import java.util.List;
import java.util.Locale;
import org.codehaus.groovy.runtime.FormatHelper;

/**
 * The words {@code print}, {@code println} and {@code printf}, which write to the script's output. In a block they are called by other
 * names, because every closure has methods with these names.
 */
public abstract class OutputWords extends Script {

    /** For the compiler. */
    protected OutputWords() {}

    /** Returns the session of the calling thread's part of the script. */
    protected abstract ScriptSession session();

    @Override
    public void print(Object value) {
        write(value);
    }

    @Override
    public void println() {
        writeLine();
    }

    @Override
    public void println(Object value) {
        writeLine(value);
    }

    @Override
    public void printf(String format, Object value) {
        writeFormatted(format, value);
    }

    @Override
    public void printf(String format, Object[] values) {
        writeFormatted(format, values);
    }

    /** The word {@code print}, in a block too. */
    @WordFacts(
            name = "print",
            form = "print VALUE",
            value = "Writes to the script's output without ending the line.",
            example = {"print 'one, '", "println 'two'"})
    public void write(Object value) {
        session().write(FormatHelper.toString(value));
    }

    /** The word {@code println}, in a block too. */
    @WordFacts(
            name = "println",
            form = "println VALUE",
            value = "Writes a line to the script's output.",
            insteadOf = "echo",
            example = "println \"now ${new Date()}\"")
    public void writeLine() {
        session().write(System.lineSeparator());
    }

    /** The word {@code println}, in a block too. */
    public void writeLine(Object value) {
        session().write(FormatHelper.toString(value) + System.lineSeparator());
    }

    /** The word {@code printf}, in a block too. */
    @WordFacts(
            name = "printf",
            form = "printf FORMAT, VALUE...",
            value = "Writes values in a format, as in C, to the script's output.",
            example = "printf '%s has %d clusters%n', 'cn-hangzhou', clusters.size()")
    public void writeFormatted(String format, Object value) {
        writeFormatted(format, value instanceof List<?> values ? values.toArray() : new Object[] {value});
    }

    /** The word {@code printf}, in a block too. */
    public void writeFormatted(String format, Object... values) {
        session().write(String.format(Locale.ROOT, format, values));
    }
}
