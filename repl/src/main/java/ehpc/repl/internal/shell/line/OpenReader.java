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
 * JLine's reader, opened where its public interface ends; nothing else here derives from it, what keys do is in widgets. Opened are the
 * keys that wait to be read, what is shown around an entry, and what becomes of both when a terminal changes its size, is left and is
 * taken up again.
 */
class OpenReader extends LineReaderImpl {

    /** Within this time a key that waits is there. */
    static final int AT_ONCE_MILLIS = 1;

    /** What was typed or pasted before a question is there within this time, on a busy machine too. */
    private static final int EARLY_MILLIS = 200;

    /** So many candidates are shown at least, where the screen has room for them; else they take half of it. */
    private static final int FEW_ROWS = 10;

    private final KeySequences sequences;
    private Thread keys;
    private TrackedDisplay tracked;
    private Supplier<AttributedString> behind = () -> AttributedString.EMPTY;
    private Supplier<Optional<AttributedString>> below = Optional::empty;

    OpenReader(Terminal terminal, Map<String, Object> variables) {
        super(terminal, "ehpc", variables);
        this.tracked = new TrackedDisplay(terminal);
        this.sequences = new KeySequences(this);
    }

    /** Shows more than what is typed: behind it, and below it. */
    final void show(Supplier<AttributedString> more, Supplier<Optional<AttributedString>> line) {
        behind = more;
        below = line;
    }

    /** Shows everything anew, where somebody is typing; for any thread. */
    final void refresh() {
        try {
            if (isReading()) {
                callWidget(REDISPLAY);
            }
        } catch (IllegalStateException e) {
            // the line was ended in between
        }
    }

    /** Shows another prompt, where somebody is typing; for any thread. */
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
            Optional<Binding> meant = read == null ? Optional.empty() : sequences.meaning(read);
            if (read == null || meant.isPresent()) {
                return meant.orElse(null);
            }
        }
    }

    /**
     * Returns whether a key waits to be read, or comes within a time: then it was not typed after a look at the screen, but before or
     * pasted.
     */
    boolean isKeyWaiting(int millis) {
        try {
            return peekCharacter(millis) >= 0;
        } catch (IOError e) {
            return false; // a signal came: whoever reads next is told
        }
    }

    /** What was typed before a question is seen is no answer to it: it stays for the next line, in its order. */
    final void keepWaiting() {
        StringBuilder early = new StringBuilder();
        while (isKeyWaiting(EARLY_MILLIS)) {
            early.appendCodePoint(readCharacter());
        }
        runMacro(early.toString());
    }

    /** Asks something while what is printed meanwhile, and another size, need not wait. */
    final boolean unlocked(BooleanSupplier question) {
        int holds = lock.getHoldCount();
        for (int i = 0; i < holds; i++) {
            lock.unlock();
        }
        try {
            return question.getAsBoolean();
        } finally {
            for (int i = 0; i < holds; i++) {
                lock.lock();
            }
        }
    }

    /** Ctrl-C drops the line also where vi waits for a motion. */
    @Override
    protected String viDeleteChangeYankToRemap(String operation) {
        return INTERRUPT.equals(operation) ? operation : super.viDeleteChangeYankToRemap(operation);
    }

    // What is shown.

    @Override
    public boolean redisplay() {
        boolean again = reading && Thread.currentThread() == keys && isKeyWaiting(AT_ONCE_MILLIS);
        return again || super.redisplay(); // where the next key changes it at once, it would only take time
    }

    @Override
    protected void redisplay(boolean flush) {
        if (display != tracked) { // the first time for this entry
            drawAnew();
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

    /** What was drawn before stays where it is. */
    private void drawAnew() {
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
            all.append(behind.get());
        }
        if (list != null) {
            all.append(endsInFullRow(text) ? "\n\n" : "\n").append(fitted(list.get()));
        }
        return all.toAttributedString();
    }

    /** What was made for a terminal of another size loses what has no place in this one. */
    private AttributedString fitted(AttributedString text) {
        List<AttributedString> lines = text.columnSplitLength(Integer.MAX_VALUE);
        AttributedStringBuilder fitting = new AttributedStringBuilder();
        for (int i = 0; i < Math.min(lines.size(), Math.max(1, freeRows())); i++) {
            fitting.append(i > 0 ? "\n" : "").append(lines.get(i).columnSubSequence(0, columns()));
        }
        return fitting.toAttributedString();
    }

    /** Returns whether the cursor stands, behind a text, at the beginning of the row below it. */
    private boolean endsInFullRow(AttributedString text) {
        List<AttributedString> rows = text.columnSplitLength(columns());
        return rows.get(rows.size() - 1).columnLength() == columns();
    }

    private int columns() {
        return tracked.size().getColumns();
    }

    /** Returns how many rows the entry leaves free. */
    private int freeRows() {
        int further = TextWidth.of(String.valueOf(getVariable(SECONDARY_PROMPT_PATTERN)));
        String[] lines = buf.toString().split("\n", -1);
        int rows = 0;
        for (int i = 0; i < lines.length; i++) {
            int taken = (i == 0 ? prompt.columnLength() : further) + TextWidth.of(lines[i]);
            rows += 1 + taken / columns();
        }
        return size.getRows() - rows - 1; // of now: Tab asks anew how large the terminal is
    }

    /** Returns whether candidates are listed below the entry. */
    final boolean isListing() {
        return post != null;
    }

    /** Takes the candidates away. */
    final void endList() {
        post = null;
        redisplay(true);
    }

    /** Candidates come in the order in which they are best. */
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
        int most = Math.max(FEW_ROWS, size.getRows() / 2); // what was printed before stays in sight
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
                    takeTerminal();
                }
                tracked.erase();
                drawAnew();
                redisplay();
            }
        } finally {
            lock.unlock();
        }
    }

    private void takeTerminal() {
        terminal.enterRawMode();
        terminal.puts(Capability.keypad_xmit);
        terminal.writer().write(BRACKETED_PASTE_ON);
    }

    /**
     * Stops the process group, as Ctrl-Z does elsewhere.
     *
     * @param before how the terminal is to be left
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
        drawAnew();
        try {
            Programs.run(program, Optional.empty());
        } catch (IOException e) {
            terminal.writer().println("Ctrl-Z failed: program '" + program.get(0) + "' cannot be started");
        } finally {
            takeTerminal();
            drawAnew();
            buf.cursor(cursor);
        }
        return true;
    }
}
