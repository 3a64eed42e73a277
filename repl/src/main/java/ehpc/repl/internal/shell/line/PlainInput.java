package ehpc.repl.internal.shell.line;

import ehpc.repl.internal.shell.Input;
import ehpc.repl.internal.shell.Prompt;
import ehpc.repl.internal.shell.ShellCommands;
import ehpc.repl.internal.terminal.Console;
import ehpc.syntax.Completeness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jline.utils.Signals;

/** Input of lines from a terminal without control sequences, or from no terminal; the terminal driver does the editing. */
final class PlainInput implements Input {

    private final BufferedReader in;
    private final HistoryFile file;
    private final PrintStream prompts;
    private final HistoryKeeper keeper;
    private final List<String> history = new ArrayList<>();
    private final Object previousHandler;
    private volatile Runnable atInterrupt = () -> {};
    private final ExecutorService reader = Executors.newSingleThreadExecutor(PlainInput::background);

    /** The line that is being read; if its reader stopped waiting, the next reader gets it. */
    private CompletableFuture<String> pending;

    private volatile CompletableFuture<Void> stopAnswer;
    private volatile boolean reading;
    private volatile boolean dropped;
    private volatile Prompt prompt = new Prompt("", "");

    PlainInput(Console console, HistoryFile file) {
        this.in = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        this.prompts = console.terminals().output() ? console.out() : console.err();
        this.file = file;
        this.keeper = new HistoryKeeper(file);
        this.previousHandler = console.terminals().own() ? Signals.register("INT", this::interrupted) : null;
    }

    private static Thread background(Runnable task) {
        Thread thread = new Thread(task, "ehpc-lines");
        thread.setDaemon(true);
        return thread;
    }

    private void interrupted() {
        CompletableFuture<Void> stop = stopAnswer;
        if (stop != null) {
            stop.complete(null);
            show(System.lineSeparator());
        } else if (reading) {
            dropped = true; // the driver has dropped the unfinished line
            show(System.lineSeparator() + prompt.plain());
        } else {
            atInterrupt.run();
        }
    }

    @Override
    public Read read(Prompt before) {
        prompt = before;
        keeper.loaded().ifPresent(earlier -> history.addAll(0, earlier));
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
        if (file.keeps(text)) {
            history.add(text);
            keeper.add(text);
        }
    }

    private String line() {
        reading = true;
        try {
            return received(pending().join());
        } finally {
            reading = false;
        }
    }

    private synchronized CompletableFuture<String> pending() {
        if (pending == null) {
            pending = CompletableFuture.supplyAsync(this::next, reader);
        }
        return pending;
    }

    private synchronized String received(String line) {
        pending = null;
        return line;
    }

    private String next() {
        try {
            return in.readLine();
        } catch (IOException e) {
            return null; // the terminal is gone
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
        if (reading) {
            show(UnaskedQuestion.message(question) + System.lineSeparator());
            return "";
        }
        CompletableFuture<Void> stop = new CompletableFuture<>();
        CompletableFuture<String> line = pending();
        stopAnswer = stop;
        show(question);
        try {
            CompletableFuture.anyOf(line, stop).get();
        } catch (InterruptedException | ExecutionException e) {
            return "";
        } finally {
            stopAnswer = null;
        }
        String answer = stop.isDone() ? null : received(line.join());
        return answer == null ? "" : answer;
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
        return Integer.MAX_VALUE; // no paging on such a terminal
    }

    @Override
    public void clear() {
        show(System.lineSeparator());
    }

    @Override
    public boolean isTyping() {
        return false; // the echo of the driver cannot be erased and shown again
    }

    @Override
    public void close() {
        keeper.close();
        Signals.unregister("INT", previousHandler);
    }
}
