package ehpc.repl.internal.shell;

import ehpc.RunResult;
import ehpc.repl.internal.render.PrettyJson;
import ehpc.repl.internal.render.Yaml;
import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.result.RunOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Prints the value of an entry, in the form of the settings. */
final class ValuePrinter {

    private final DefaultShell shell;
    private final RunOutput output;

    ValuePrinter(DefaultShell shell, RunOutput output) {
        this.shell = shell;
        this.output = output;
    }

    void print(Object value) {
        if (value instanceof RunResult result) {
            print(result);
        } else {
            output.close(); // the records of the entry's runs are a separate text
            List<String> lines = lines(value);
            if (!shell.settings().pager() || !TextPager.show(lines, shell.input(), pager())) {
                lines.forEach(shell.console().out()::println);
            }
        }
    }

    private String pager() {
        return shell.console().env().getOrDefault("PAGER", "");
    }

    private void print(RunResult result) {
        try {
            output.printer().print(result, output.prints());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines(Object value) {
        Format format = shell.settings().output();
        if (format == Format.YAML) {
            return Yaml.text(PlainValues.deep(value)).lines().toList();
        }
        if (format == Format.JSON || format == Format.NDJSON) {
            return PrettyJson.text(PlainValues.deep(value)).lines().toList();
        }
        return new ValueText(shell.console().width()).lines(value);
    }
}
