package ehpc.repl.internal.shell.line;

import ehpc.text.TextWidth;
import java.io.IOError;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;

/**
 * JLine's reader, extended where its public interface ends; only this class derives from it, and widgets define the keys. It adds access to
 * waiting keys, text around an entry, and the behaviour of both when the terminal changes its size or the shell is stopped and resumed.
 */
class OpenReader extends LineReaderImpl {

    /** The maximum time to detect a waiting key. */
    static final int AT_ONCE_MILLIS = 1;

    /** The maximum delay of keys typed or pasted before a question, also on a busy machine. */
    private static final int EARLY_MILLIS = 200;

    /** Candidates use half of the screen, but at least this many rows if there is space. */
    private static final int CANDIDATE_ROWS = 10;

    private final KeySequences sequences;
    private Thread keys;
    private TrackedDisplay tracked;
    private Supplier<AttributedString> suffix = () -> AttributedString.EMPTY;
    private Supplier<Optional<AttributedString>> below = Optional::empty;

    OpenReader(Terminal terminal, Map<String, Object> variables) {
        super(terminal, "ehpc", variables);
        this.tracked = new TrackedDisplay(terminal);
        this.sequences = new KeySequences(this);
    }

    /** Shows text after and below the edited text. */
    final void show(Supplier<AttributedString> after, Supplier<Optional<AttributedString>> line) {
        suffix = after;
        below = line;
    }

    /** Redraws the edited line, if any. May be called by any thread. */
    final void refresh() {
        try {
            if (isReading()) {
                callWidget(REDISPLAY);
            }
        } catch (IllegalStateException e) {
            // the line has ended in between
        }
    }

    /** Changes the prompt of the edited line, if any. May be called by any thread. */
    final void prompt(String first, String further) {
        lock.lock();
        try {
            setVariable(SECONDARY_PROMPT_PATTERN, further);
            setPrompt(first);
        } finally {
            lock.unlock();
        }
        refresh();
    }

    // Keys.

    @Override
    public String readLine(String first) {
        keys = Thread.currentThread();
        return super.readLine(first);
    }

    @Override
    public Binding readBinding(KeyMap<Binding> map, KeyMap<Binding> local) {
        while (true) {
            Binding read = super.readBinding(map, local);
            Optional<Binding> meaning = read == null ? Optional.empty() : sequences.meaning(read);
            if (read == null || meaning.isPresent()) {
                return meaning.orElse(null);
            }
        }
    }

    /**
     * Returns whether a key is waiting, or arrives within a time: such a key was pasted, or pressed before the screen changed.
     */
    boolean isKeyWaiting(int millis) {
        try {
            return peekCharacter(millis) >= 0;
        } catch (IOError e) {
            return false; // a signal: the next read reports it
        }
    }

    /** Saves keys pressed before a question is shown for the next line, because they are no answer. */
    final void keepWaiting() {
        StringBuilder early = new StringBuilder();
        while (isKeyWaiting(EARLY_MILLIS)) {
            early.appendCodePoint(readCharacter());
        }
        runMacro(early.toString());
    }

    /** Calls a function without the lock, so that output and changes of the size need not wait. */
    final boolean unlocked(BooleanSupplier function) {
        int holds = lock.getHoldCount();
        for (int i = 0; i < holds; i++) {
            lock.unlock();
        }
        try {
            return function.getAsBoolean();
        } finally {
            for (int i = 0; i < holds; i++) {
                lock.lock();
            }
        }
    }

    /** Ctrl-C also drops the line while vi waits for a motion. */
    @Override
    protected String viDeleteChangeYankToRemap(String operation) {
        return INTERRUPT.equals(operation) ? operation : super.viDeleteChangeYankToRemap(operation);
    }

    // Display.

    @Override
    public boolean redisplay() {
        boolean outdated = reading && Thread.currentThread() == keys && isKeyWaiting(AT_ONCE_MILLIS);
        return outdated || super.redisplay(); // the waiting key changes the text again
    }

    @Override
    protected void redisplay(boolean flush) {
        if (display != tracked) { // the first draw of this entry
            resetDisplay();
        }
        size = tracked.size();
        boolean free = post == null && reading && searchTerm == null;
        if (free) {
            below.get().ifPresent(text -> post = () -> text);
        }
        try {
            super.redisplay(flush);
        } finally {
            if (free) {
                post = null;
            }
        }
    }

    /** Starts a new display below the former output. */
    private void resetDisplay() {
        tracked = new TrackedDisplay(terminal);
        display = tracked;
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        Supplier<AttributedString> list = post;
        post = null;
        AttributedString text = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        post = list;
        AttributedStringBuilder all = new AttributedStringBuilder().append(text);
        if (reading && searchTerm == null) {
            all.append(suffix.get());
        }
        if (list != null) {
            all.append(endsInFullRow(text) ? "\n\n" : "\n").append(fitted(list.get()));
        }
        return all.toAttributedString();
    }

    /** Returns the text cut to the current size of the terminal. */
    private AttributedString fitted(AttributedString text) {
        List<AttributedString> lines = text.columnSplitLength(Integer.MAX_VALUE);
        AttributedStringBuilder fitting = new AttributedStringBuilder();
        for (int i = 0; i < Math.min(lines.size(), Math.max(1, freeRows())); i++) {
            fitting.append(i > 0 ? "\n" : "").append(lines.get(i).columnSubSequence(0, columns()));
        }
        return fitting.toAttributedString();
    }

    /** Returns whether the last row is full, so that the cursor is at the beginning of the next one. */
    private boolean endsInFullRow(AttributedString text) {
        List<AttributedString> rows = text.columnSplitLength(columns());
        return rows.get(rows.size() - 1).columnLength() == columns();
    }

    private int columns() {
        return tracked.size().getColumns();
    }

    /** Returns the number of rows below the entry. */
    private int freeRows() {
        int further = TextWidth.of(String.valueOf(getVariable(SECONDARY_PROMPT_PATTERN)));
        String[] lines = buf.toString().split("\n", -1);
        int rows = 0;
        for (int i = 0; i < lines.length; i++) {
            int taken = (i == 0 ? prompt.columnLength() : further) + TextWidth.of(lines[i]);
            rows += 1 + taken / columns();
        }
        return size.getRows() - rows - 1; // the current size, which Tab updates
    }

    /** Returns whether candidates are listed below the entry. */
    final boolean isListing() {
        return post != null;
    }

    /** Erases the candidates. */
    final void endList() {
        post = null;
        redisplay(true);
    }

    /** Keeps the order of the candidates, the best first. */
    @Override
    protected Comparator<Candidate> getCandidateComparator(boolean caseInsensitive, String word) {
        return Comparator.comparingInt(Candidate::sort);
    }

    @Override
    protected PostResult computePost(
            List<Candidate> possible, Candidate selection, List<Candidate> ordered, String completed) {
        List<Candidate> all = possible.stream()
                .sorted(getCandidateComparator(false, completed))
                .toList();
        int most = Math.max(CANDIDATE_ROWS, size.getRows() / 2); // earlier output remains visible
        int rows = Math.min(freeRows(), most);
        CandidateList list = new CandidateList(all, completed, columns(), Math.max(1, rows));
        if (!list.isDescribed()) {
            return super.computePost(possible, selection, ordered, completed);
        }
        if (ordered != null) {
            ordered.addAll(all);
        }
        int selected = all.indexOf(selection);
        AttributedString text = selected < 0 ? list.first() : list.around(selected);
        int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
        return new PostResult(text, lines, selected, 1);
    }

    // The terminal.

    @Override
    protected void handleSignal(Signal signal) {
        lock.lock();
        try {
            if (reading && display == tracked) {
                if (signal == Signal.CONT) {
                    initializeTerminal();
                }
                tracked.erase();
                resetDisplay();
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    private void initializeTerminal() {
        terminal.enterRawMode();
        terminal.puts(Capability.keypad_xmit);
        terminal.writer().write(BRACKETED_PASTE_ON);
    }

    /**
     * Stops the process group, like Ctrl-Z in other programs.
     *
     * @param before the attributes of the terminal while the shell is stopped
     * @param program stops the process group
     */
    final boolean suspend(Attributes before, List<String> program) {
        int cursor = buf.cursor();
        buf.cursor(buf.length());
        redisplay(false);
        terminal.puts(Capability.keypad_local);
        terminal.writer().write(BRACKETED_PASTE_OFF);
        terminal.setAttributes(before);
        terminal.writer().println();
        terminal.flush();
        resetDisplay();
        try {
            Programs.run(program, Optional.empty());
        } catch (IOException e) {
            terminal.writer().println("Ctrl-Z failed: program '" + program.get(0) + "' cannot be started");
        } finally {
            initializeTerminal();
            resetDisplay();
            buf.cursor(cursor);
        }
        return true;
    }
}
