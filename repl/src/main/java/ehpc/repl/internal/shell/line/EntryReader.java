package ehpc.repl.internal.shell.line;

import ehpc.edit.Document;
import ehpc.repl.internal.shell.ShellCommands;
import ehpc.syntax.Completeness;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.Parser.ParseContext;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/** A reader with the keys of this language: Enter knows whether an entry is whole, brackets find their indent. */
class EntryReader extends SuggestingReader {

    /** Within this time the next line of a paste is there. */
    private static final int PASTE_MILLIS = 20;

    /** The same for a key: somebody who types is slower. */
    private static final int KEY_MILLIS = 5;

    /** So many candidates are shown at least, where the screen has room for them; else they take half of it. */
    private static final int FEW_ROWS = 10;

    /** So long Tab waits for what the service says. */
    private static final int CANDIDATES_MILLIS = 10_000;

    private static final int LOOK_MILLIS = 50;

    private static final String INTERRUPT = "interrupt";

    private final BooleanSupplier coming;
    private final Function<String, Document> documents;
    private boolean pasted;
    /** Whether the terminal has once said where pasted text begins and ends: then all else is typed, however fast it comes. */
    private boolean marksPastes;

    /**
     * @param below what stands below a text when the cursor is at an index
     * @param coming whether there may soon be candidates where there are none yet
     * @param documents what is known of a text
     */
    EntryReader(
            Terminal terminal,
            Map<String, Object> variables,
            BiFunction<String, Integer, Optional<AttributedString>> below,
            BooleanSupplier coming,
            Function<String, Document> documents) {
        super(terminal, variables, below);
        this.coming = coming;
        this.documents = documents;
    }

    @Override
    public String readLine(String prompt) {
        pasted = false;
        return super.readLine(prompt);
    }

    @Override
    protected boolean acceptLine() {
        String text = buf.toString();
        boolean whole = text.isBlank()
                || ShellCommands.isCommand(text)
                || ShellCommands.endsInCommand(text)
                || !document().completeness().wantsLine() && !goesOn(text);
        if (whole) {
            pasted = false;
            return super.acceptLine();
        }
        return insertLine();
    }

    private Document document() {
        return documents.apply(buf.toString());
    }

    /** Whether a line that waits behind a whole text goes on with it all the same, as somebody who types it cannot say. */
    private boolean goesOn(String text) {
        return !marksPastes
                && buf.cursor() == text.length()
                && isKeyWaiting(PASTE_MILLIS)
                && FurtherLine.isOne(lookAhead());
    }

    /** What waits of the next line, as far as that is worth a look. */
    private String lookAhead() {
        StringBuilder ahead = new StringBuilder();
        while (FurtherLine.mayBecomeOne(ahead) && isKeyWaiting(PASTE_MILLIS)) {
            ahead.appendCodePoint(readCharacter());
        }
        runMacro(ahead.toString()); // to be read again
        return ahead.toString();
    }

    /** A line's end at the cursor, and the blanks that the next line should begin with; one that is pasted brings its own. */
    private boolean insertLine() {
        pasted = !marksPastes && isKeyWaiting(KEY_MILLIS);
        if (pasted) {
            buf.write("\n");
            return true;
        }
        Completeness before = Completeness.of(document().before(buf.cursor()));
        boolean closes = buf.cursor() < buf.length() && ")]}".indexOf(buf.currChar()) >= 0;
        buf.write("\n" + " ".repeat(closes ? before.closingIndent() : before.indent()));
        return true;
    }

    /** Alt-Enter. */
    @Override
    protected boolean selfInsertUnmeta() {
        return getLastBinding().endsWith("\r") || getLastBinding().endsWith("\n")
                ? insertLine()
                : super.selfInsertUnmeta();
    }

    /** What waits to be read up to the line's end is shown, and can be undone, as one. */
    @Override
    protected boolean selfInsert() {
        if (post != null) {
            return super.selfInsert(); // whoever lists candidates looks at each key
        }
        StringBuilder text = new StringBuilder(getLastBinding().repeat(Math.max(0, count)));
        while (isTextWaiting()) {
            text.appendCodePoint(readCharacter());
        }
        if (!marksPastes && text.length() > 1 && isBlank(text.charAt(0)) && isIndent(lineBegun())) {
            pasted = true;
            buf.backspace(lineBegun().length()); // it came late, and brings its own
        }
        putString(text);
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isIndent(String line) {
        return !line.isEmpty() && line.isBlank();
    }

    /** What stands before the cursor in its line. */
    private String lineBegun() {
        String before = buf.upToCursor();
        return before.substring(before.lastIndexOf('\n') + 1);
    }

    private boolean isTextWaiting() {
        return isKeyWaiting(AT_ONCE_MILLIS) && !Character.isISOControl(peekCharacter(AT_ONCE_MILLIS));
    }

    @Override
    protected boolean insertCloseCurly() {
        return close('}');
    }

    @Override
    protected boolean insertCloseParen() {
        return close(')');
    }

    @Override
    protected boolean insertCloseSquare() {
        return close(']');
    }

    /** A bracket that closes, and that is the first in its line, goes below the line that its opening one stands in. */
    private boolean close(char bracket) {
        String before = buf.upToCursor();
        int line = before.lastIndexOf('\n') + 1;
        if (!pasted && line > 0 && before.substring(line).isBlank()) {
            Completeness opened = Completeness.of(document().before(line - 1));
            if (opened.missing() == Completeness.Missing.BRACKET) { // in a text it is content
                buf.backspace(before.length() - line);
                buf.write(" ".repeat(opened.closingIndent()));
            }
        }
        buf.write(bracket);
        return true;
    }

    @Override
    public boolean beginPaste() {
        marksPastes = true;
        StringBuilder text = new StringBuilder();
        while (text.indexOf(BRACKETED_PASTE_END, text.length() - BRACKETED_PASTE_END.length()) < 0) {
            int key = readCharacter();
            if (key < 0) {
                throw new EndOfFileException();
            }
            text.appendCodePoint(key);
        }
        text.setLength(text.length() - BRACKETED_PASTE_END.length());
        buf.write(PastedText.clean(text.toString()).stripTrailing()); // without its last line's end: Enter runs it
        return true;
    }

    /** Tab offers what may stand at the beginning of a line too, a line's indent is set by Enter; a pasted one is part of the text. */
    @Override
    protected boolean expandOrComplete() {
        if (!marksPastes && (pasted || lineBegun().isBlank()) && isKeyWaiting(AT_ONCE_MILLIS)) {
            pasted = true;
            String all = PastedText.clean(buf.upToCursor() + "\t|"); // what it is depends on what it stands behind
            buf.write(all.substring(buf.cursor(), all.length() - 1));
            return true;
        }
        awaitCandidates();
        return super.expandOrComplete();
    }

    /** The first Tab at a place begins to ask the service: what it says is offered when it comes, unless a key comes first. */
    private void awaitCandidates() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CANDIDATES_MILLIS);
        int holds = lock.getHoldCount();
        boolean shown = false;
        while (hasNoCandidates() && coming.getAsBoolean() && System.nanoTime() < end) {
            shown = shown || redisplay();
            unlock(holds); // what is printed meanwhile, and another size, need not wait
            try {
                if (isKeyWaiting(LOOK_MILLIS)) {
                    return;
                }
            } finally {
                lock(holds);
            }
        }
    }

    private boolean hasNoCandidates() {
        return getParser().parse(buf.toString(), buf.cursor(), ParseContext.COMPLETE) instanceof Completing.Place place
                && place.candidates().isEmpty();
    }

    private void unlock(int holds) {
        for (int i = 0; i < holds; i++) {
            lock.unlock();
        }
    }

    private void lock(int holds) {
        for (int i = 0; i < holds; i++) {
            lock.lock();
        }
    }

    @Override
    protected boolean insertTab() {
        return false;
    }

    /** Ctrl-C, which takes the candidates away before the line is left. */
    @Override
    protected boolean interrupt() {
        post = null;
        redisplay(true);
        return super.interrupt();
    }

    /** Ctrl-C drops the line also where vi waits for a motion. */
    @Override
    protected String viDeleteChangeYankToRemap(String operation) {
        return INTERRUPT.equals(operation) ? operation : super.viDeleteChangeYankToRemap(operation);
    }

    /** An editor of one's own is had with a command. */
    @Override
    protected boolean editAndExecute() {
        return false;
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
        int free = size.getRows() - rowsOfEntry() - 1;
        int rows = Math.min(free, Math.max(FEW_ROWS, size.getRows() / 2)); // what was printed before stays in sight
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
}
