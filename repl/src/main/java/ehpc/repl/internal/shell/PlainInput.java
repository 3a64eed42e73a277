package ehpc.repl.internal.shell;

import ehpc.edit.Completeness;
import ehpc.repl.internal.terminal.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.utils.Signals;

/** Reads lines as they come: of a terminal that knows nothing but text, whose driver does the editing. */
final class PlainInput implements Input {

    private final BufferedReader in;
    private final PrintStream prompts;
    private final HistoryFile file;
    private final List<String> history;
    private final Object previousHandler;
    private volatile Runnable atInterrupt = () -> {};
    private volatile boolean reading;
    private volatile boolean dropped;
    private volatile Prompt prompt = new Prompt("", "");

    PlainInput(Console console, HistoryFile file) {
        this.in = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        this.prompts = console.terminals().output() ? console.out() : console.err();
        this.file = file;
        this.history = new ArrayList<>(file.load());
        this.previousHandler = console.terminals().own() ? Signals.register("INT", this::interrupted) : null;
    }

    private void interrupted() {
        if (reading) {
            dropped = true; // the driver has dropped the line that was being typed
            show(System.lineSeparator() + prompt.plain());
        } else {
            atInterrupt.run();
        }
    }

    @Override
    public Read read(Prompt before) {
        prompt = before;
        StringBuilder text = new StringBuilder();
        show(before.plain());
        while (true) {
            String line = line();
            if (dropped) {
                dropped = false;
                text.setLength(0);
            }
            if (line == null) {
                show(System.lineSeparator());
                return new Ended();
            }
            text.append(line);
            if (ShellCommands.isCommand(text.toString())
                    || !Completeness.of(text.toString()).wantsLine()) {
                return typed(text.toString());
            }
            text.append('\n');
            show(before.further());
        }
    }

    private Typed typed(String text) {
        remember(text);
        return new Typed(text);
    }

    @Override
    public void remember(String text) {
        if (HistoryFile.mayKeep(text)) {
            history.add(text);
            file.add(text);
        }
    }

    private String line() {
        reading = true;
        try {
            return in.readLine();
        } catch (IOException e) {
            return null; // the terminal is gone
        } finally {
            reading = false;
        }
    }

    @Override
    public void show(String text) {
        prompts.print(text);
        prompts.flush();
    }

    @Override
    public void prompt(Prompt other) {
        prompt = other;
    }

    @Override
    public String answer(String question) {
        show(question);
        String line = line();
        return line == null || dropped ? "" : line;
    }

    @Override
    public List<String> history() {
        return List.copyOf(history);
    }

    @Override
    public void atInterrupt(Runnable action) {
        atInterrupt = action;
    }

    @Override
    public int launch(List<String> program, Optional<String> text) throws IOException {
        return Programs.run(program, text);
    }

    @Override
    public int height() {
        return Integer.MAX_VALUE; // such a terminal is none for pages
    }

    @Override
    public void clear() {
        show(System.lineSeparator());
    }

    @Override
    public boolean isTyping() {
        return false; // what the driver has echoed cannot be taken back and shown again
    }

    @Override
    public void close() {
        Signals.unregister("INT", previousHandler);
    }
}
