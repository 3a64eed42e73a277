package ehpc.repl.internal.shell.line;

import ehpc.repl.internal.shell.Editing;
import ehpc.repl.internal.shell.Input;
import ehpc.repl.internal.shell.Prompt;
import ehpc.repl.internal.shell.ShellAtPrompt;
import ehpc.repl.internal.terminal.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp.Capability;

/** Input from a line editor: several lines, colours, completion, history. */
final class Editor implements Input {

    /** The maximum length of a text with colours and undo. */
    private static final int MOST_EDITED = 100_000;

    private static final int POLL_MILLIS = 50;

    private final ShellAtPrompt shell;
    private final Terminal terminal;
    private final Attributes original;
    private final EntryHistory history;
    private final BackgroundChecker checker;
    private final OpenReader reader;
    private volatile Prompt prompt = new Prompt("", "");
    private volatile AnswerReader answering;
    private final ReentrantLock keys = new ReentrantLock();
    private volatile boolean prompting;

    /** Whether the terminal was closed while a line was edited, as JLine does if a signal ends the process. */
    private volatile boolean closedEarly;

    private volatile int columns = Integer.MAX_VALUE;

    Editor(ShellAtPrompt shell, Terminal terminal, HistoryFile file) {
        this.shell = shell;
        this.terminal = terminal;
        this.original = terminal.getAttributes();
        disableEcho();
        eraseEcho();
        this.history = new EntryHistory(file);
        this.checker = new BackgroundChecker(shell, this::refresh);
        StatusLine below = new StatusLine(shell, checker, terminal);
        this.reader = new OpenReader(terminal, variables());
        reader.setHistory(history);
        PrefixHistory earlier = new PrefixHistory(reader);
        new EntryKeys(reader, shell::document, shell::isFetching)
                .suspendable(original, List.of("sh", "-c", "kill -TSTP 0"));
        reader.show(
                earlier::suggested,
                () -> below.at(reader.getBuffer().toString(), reader.getBuffer().cursor()));
        reader.setHighlighter(new SyntaxHighlighter(shell, checker));
        EntryCompleter completing = new EntryCompleter(shell);
        reader.setParser(completing);
        reader.setCompleter(completing);
        reader.setCompletionMatcher(new PassThroughMatcher());
        setOptions();
        shell.console().measure(this::columns);
        String end = control(Capability.keypad_local)
                + OpenReader.BRACKETED_PASTE_OFF
                + control(Capability.clr_eos)
                + "\r\n";
        shell.console().atEnd(() -> isTyping() || prompting || closedEarly ? end : "");
    }

    /** Returns the width of the terminal; the last known one if JLine has already closed the terminal. */
    private int columns() {
        try {
            columns = terminal.getSize().getColumns();
        } catch (IllegalStateException e) {
            return columns;
        }
        return columns;
    }

    private String control(Capability capability) {
        return Optional.ofNullable(terminal.getStringCapability(capability))
                .map(Curses::tputs)
                .orElse("");
    }

    /** Disables the echo of keys between two prompts: they wait for the next one. Ctrl-C remains active. */
    private void disableEcho() {
        Attributes quiet = new Attributes(original);
        quiet.setLocalFlag(LocalFlag.ECHO, false);
        quiet.setLocalFlag(LocalFlag.ICANON, false);
        terminal.setAttributes(quiet);
    }

    /** Erases the echo of keys pressed before the start, which appear again after the prompt. */
    private void eraseEcho() {
        try {
            if (shell.console().in().available() > 0) {
                terminal.puts(Capability.carriage_return);
                terminal.puts(Capability.clr_eol);
                terminal.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put(LineReader.HISTORY_SIZE, 10_000);
        variables.put(LineReader.FEATURES_MAX_BUFFER_SIZE, MOST_EDITED);
        variables.put(LineReader.BLINK_MATCHING_PAREN, 0);
        variables.put(
                LineReader.LIST_MAX, 0); // a list that does not fit the screen is counted, or needs a confirmation
        variables.put(LineReader.COMPLETION_STYLE_STARTING, "bold");
        variables.put(LineReader.BELL_STYLE, "none");
        return variables;
    }

    private void setOptions() {
        reader.option(Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(Option.AUTO_FRESH_LINE, false);
        reader.option(Option.BRACKETED_PASTE, true);
        reader.option(Option.HISTORY_INCREMENTAL, false);
        reader.option(Option.HISTORY_REDUCE_BLANKS, false);
        reader.option(Option.AUTO_GROUP, false);
        reader.option(Option.GROUP, false);
        reader.option(Option.AUTO_MENU, true);
        reader.option(Option.AUTO_LIST, true);
    }

    private void refresh() {
        reader.refresh();
    }

    @Override
    public Read read(Prompt before) {
        prompt = before;
        history.takeLoaded();
        setKeys();
        keys.lock(); // waits for the end of another thread's question
        prompting = true;
        reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, before.further());
        try {
            return new Typed(reader.readLine(before.shown()));
        } catch (UserInterruptException e) {
            Thread.interrupted(); // the same key must not drop the next line
            return new Dropped();
        } catch (EndOfFileException e) {
            closedEarly = e.getCause() != null;
            return new Ended();
        } catch (RuntimeException | Error e) {
            closedEarly = true;
            throw e;
        } finally {
            prompting = false;
            keys.unlock();
            checker.clear();
        }
    }

    private void setKeys() {
        String keys = shell.settings().editing() == Editing.VI ? LineReader.VIINS : LineReader.EMACS;
        reader.getKeyMaps().put(LineReader.MAIN, reader.getKeyMaps().get(keys));
    }

    @Override
    public void prompt(Prompt other) {
        prompt = other;
        checker.clear(); // the change may affect the problems of the text
        reader.prompt(other.shown(), other.further());
    }

    @Override
    public String answer(String question) {
        if (!lockKeys()) {
            if (prompting) {
                shell.note(UnaskedQuestion.message(question));
            }
            return "";
        }
        try {
            return ask(question);
        } finally {
            keys.unlock();
        }
    }

    /** Reserves the keys for a question; returns false at a prompt, whose keys are no answer. */
    private boolean lockKeys() {
        try {
            while (!prompting) {
                if (keys.tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private String ask(String question) {
        reader.keepWaiting();
        AnswerReader asking = new AnswerReader(terminal);
        answering = asking; // from here on, no progress is drawn in the line of the question
        shell.console().screen().ifPresent(Screen::endLine);
        try {
            return asking.read(question);
        } catch (UserInterruptException | EndOfFileException e) {
            Thread.interrupted(); // the key was the answer
            return "";
        } finally {
            answering = null;
        }
    }

    @Override
    public List<String> history() {
        return history.entries();
    }

    @Override
    public void remember(String text) {
        history.add(Instant.now(), text);
    }

    @Override
    public void atInterrupt(Runnable action) {
        terminal.handle(Signal.INT, signal -> action.run());
    }

    @Override
    public int height() {
        return terminal.getSize().getRows();
    }

    @Override
    public int launch(List<String> program, Optional<String> text) throws IOException {
        Attributes quiet = terminal.getAttributes();
        terminal.setAttributes(original);
        try {
            return Programs.run(program, text);
        } finally {
            terminal.setAttributes(quiet);
        }
    }

    @Override
    public void clear() {
        terminal.puts(Capability.clear_screen);
        terminal.flush();
    }

    @Override
    public boolean isTyping() {
        return reader.isReading() || answering != null;
    }

    @Override
    public void show(String lines) {
        AnswerReader asking = answering;
        if (asking == null) {
            reader.printAbove(lines);
        } else {
            asking.show(lines);
        }
    }

    @Override
    public void close() {
        checker.close();
        history.close();
        terminal.setAttributes(original);
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
