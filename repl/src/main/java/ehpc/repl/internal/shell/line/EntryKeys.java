package ehpc.repl.internal.shell.line;

import ehpc.edit.Document;
import ehpc.repl.internal.shell.ShellCommands;
import ehpc.syntax.Completeness;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jline.keymap.KeyMap;
import org.jline.reader.Buffer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.Parser.ParseContext;
import org.jline.reader.Reference;
import org.jline.reader.Widget;
import org.jline.terminal.Attributes;

/**
 * The keys of this language, as widgets: Enter checks whether an entry is complete, closing brackets are indented, Tab waits for names of
 * the service. Text between the marks of a terminal is pasted; if the terminal has sent no marks, very fast keys count as pasted.
 */
final class EntryKeys {

    /** The maximum pause between two lines of a paste. */
    private static final int PASTE_MILLIS = 20;

    /** The maximum pause between two pasted keys; a user types more slowly. */
    private static final int KEY_MILLIS = 5;

    /** The maximum time that Tab waits for the service. */
    private static final int CANDIDATES_MILLIS = 10_000;

    /** The same if there are candidates without those of the service. */
    private static final int MORE_MILLIS = 1_000;

    private static final int POLL_MILLIS = 50;

    private static final String SUSPEND = "suspend";

    private static final Map<String, Character> CLOSING = Map.of(
            LineReader.INSERT_CLOSE_CURLY,
            '}',
            LineReader.INSERT_CLOSE_PAREN,
            ')',
            LineReader.INSERT_CLOSE_SQUARE,
            ']');

    private static final List<String> ACCEPTING = List.of(
            LineReader.ACCEPT_LINE,
            LineReader.ACCEPT_AND_HOLD,
            LineReader.ACCEPT_AND_INFER_NEXT_HISTORY,
            LineReader.ACCEPT_LINE_AND_DOWN_HISTORY);

    private final OpenReader reader;
    private final Buffer buffer;
    private final Function<String, Document> documents;
    private final BooleanSupplier fetching;
    private boolean pasted;

    /** The text before the cursor right after a line was indented; only this indent may be replaced by that of a pasted line. */
    private String indented = "";

    /** Whether the terminal has marked pasted text before; then all other text is typed, regardless of its speed. */
    private boolean marksPastes;

    /**
     * Binds the keys of a reader.
     *
     * @param documents returns the document of a text
     * @param fetching returns whether further candidates are being fetched
     */
    EntryKeys(OpenReader reader, Function<String, Document> documents, BooleanSupplier fetching) {
        this.reader = reader;
        this.buffer = reader.getBuffer();
        this.documents = documents;
        this.fetching = fetching;
        reader.option(LineReader.Option.INSERT_TAB, false);
        ACCEPTING.forEach(name -> replace(name, builtIn -> () -> accept(builtIn)));
        CLOSING.forEach((name, bracket) -> replace(name, builtIn -> () -> close(bracket)));
        replace(LineReader.CALLBACK_INIT, builtIn -> this::begin);
        replace(LineReader.SELF_INSERT_UNMETA, builtIn -> () -> insertUnmeta(builtIn));
        replace(LineReader.SELF_INSERT, builtIn -> () -> insert(builtIn));
        replace(LineReader.BEGIN_PASTE, builtIn -> this::paste);
        replace(LineReader.EXPAND_OR_COMPLETE, builtIn -> () -> complete(builtIn));
        replace(LineReader.INTERRUPT, builtIn -> () -> interrupt(builtIn));
        replace(LineReader.EDIT_AND_EXECUTE_COMMAND, builtIn -> () -> false); // /edit opens the user's own editor
    }

    /**
     * Binds Ctrl-Z, which stops the process group as in other programs.
     *
     * @param before the attributes of the terminal while the shell is stopped
     * @param program stops the process group
     */
    void suspendable(Attributes before, List<String> program) {
        reader.getWidgets().put(SUSPEND, () -> reader.suspend(before, program));
        for (String map : List.of(LineReader.EMACS, LineReader.VIINS, LineReader.VICMD)) {
            reader.getKeyMaps().get(map).bind(new Reference(SUSPEND), KeyMap.ctrl('Z'));
        }
    }

    private void replace(String name, Function<Widget, Widget> other) {
        reader.getWidgets().put(name, other.apply(reader.getBuiltinWidgets().get(name)));
    }

    private boolean begin() {
        pasted = false;
        indented = "";
        return true;
    }

    private Document document() {
        return documents.apply(buffer.toString());
    }

    private boolean accept(Widget builtIn) {
        String text = buffer.toString();
        boolean complete = text.isBlank()
                || ShellCommands.isCommand(text)
                || ShellCommands.endsInCommand(text)
                || !document().completeness().wantsLine() && !continues(text);
        return complete ? builtIn.apply() : insertLine();
    }

    /** Returns whether the next pasted line continues a complete text. Typed lines cannot: Enter runs a complete text. */
    private boolean continues(String text) {
        return !marksPastes
                && buffer.cursor() == text.length()
                && reader.isKeyWaiting(PASTE_MILLIS)
                && FurtherLine.matches(lookAhead());
    }

    /** Returns the beginning of the next line, as much as the decision needs. */
    private String lookAhead() {
        StringBuilder ahead = new StringBuilder();
        while (FurtherLine.needsMore(ahead) && reader.isKeyWaiting(PASTE_MILLIS)) {
            ahead.appendCodePoint(reader.readCharacter());
        }
        reader.runMacro(ahead.toString()); // pushes the characters back
        return ahead.toString();
    }

    /** Inserts a line end and the indent of the next line at the cursor; a pasted line has its own indent. */
    private boolean insertLine() {
        pasted = !marksPastes && reader.isKeyWaiting(pasted ? PASTE_MILLIS : KEY_MILLIS);
        if (pasted) {
            buffer.write("\n");
            return true;
        }
        Completeness before = Completeness.of(document().before(buffer.cursor()));
        boolean closes = buffer.cursor() < buffer.length() && ")]}".indexOf(buffer.currChar()) >= 0;
        buffer.write("\n" + " ".repeat(closes ? before.closingIndent() : before.indent()));
        indented = buffer.upToCursor();
        return true;
    }

    /** Alt-Enter. */
    private boolean insertUnmeta(Widget builtIn) {
        String key = reader.getLastBinding();
        return key.endsWith("\r") || key.endsWith("\n") ? insertLine() : builtIn.apply();
    }

    /** Inserts a character, with all waiting ones of its line as one change; a list of candidates needs each key separately. */
    private boolean insert(Widget builtIn) {
        boolean ownIndent = !marksPastes
                && isBlank(reader.getLastBinding().charAt(0))
                && !lineStart().isEmpty()
                && buffer.upToCursor().equals(indented);
        if (reader.isListing() || !isTextWaiting(ownIndent ? PASTE_MILLIS : OpenReader.AT_ONCE_MILLIS)) {
            return builtIn.apply();
        }
        if (ownIndent) {
            pasted = true;
            buffer.backspace(lineStart().length()); // the pasted line arrived late, and has its own indent
        }
        builtIn.apply();
        StringBuilder rest = new StringBuilder();
        while (isTextWaiting(OpenReader.AT_ONCE_MILLIS)) {
            rest.appendCodePoint(reader.readCharacter());
        }
        reader.putString(rest);
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** Returns the text before the cursor in its line. */
    private String lineStart() {
        String before = buffer.upToCursor();
        return before.substring(before.lastIndexOf('\n') + 1);
    }

    private boolean isTextWaiting(int millis) {
        return reader.isKeyWaiting(millis) && !Character.isISOControl(reader.peekCharacter(OpenReader.AT_ONCE_MILLIS));
    }

    /** Inserts a closing bracket; if it is the first in its line, it gets the indent of the line with the opening one. */
    private boolean close(char bracket) {
        String before = buffer.upToCursor();
        int line = before.lastIndexOf('\n') + 1;
        if (!pasted && line > 0 && before.substring(line).isBlank()) {
            Completeness opened = Completeness.of(document().before(line - 1));
            if (opened.missing() == Completeness.Missing.BRACKET) { // not inside a literal
                buffer.backspace(before.length() - line);
                buffer.write(" ".repeat(opened.closingIndent()));
            }
        }
        buffer.write(bracket);
        return true;
    }

    private boolean paste() {
        marksPastes = true;
        String end = OpenReader.BRACKETED_PASTE_END;
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end, text.length() - end.length()) < 0) {
            int key = reader.readCharacter();
            if (key < 0) {
                throw new EndOfFileException();
            }
            text.appendCodePoint(key);
        }
        text.setLength(text.length() - end.length());
        buffer.write(PastedText.clean(text.toString()).stripTrailing()); // without the last line end: Enter runs it
        return true;
    }

    /** Completes at the cursor, also at the beginning of a line, because Enter sets the indent; a pasted tab is part of the text. */
    private boolean complete(Widget builtIn) {
        boolean content = !marksPastes && (pasted || lineStart().isBlank());
        if (content && reader.isKeyWaiting(OpenReader.AT_ONCE_MILLIS)) {
            pasted = true;
            String all =
                    PastedText.clean(buffer.upToCursor() + "\t|"); // the meaning of a tab depends on the text before it
            buffer.write(all.substring(buffer.cursor(), all.length() - 1));
            return true;
        }
        awaitCandidates();
        return builtIn.apply();
    }

    /**
     * Waits for names from the service, which the first Tab at a position requests, until a key is pressed. The wait is shorter if there are
     * other candidates.
     */
    private void awaitCandidates() {
        long began = System.nanoTime();
        boolean shown = false;
        boolean key = false;
        while (!key && System.nanoTime() - began < longestWait() && fetching.getAsBoolean()) {
            shown = shown || reader.redisplay();
            key = reader.unlocked(() -> reader.isKeyWaiting(POLL_MILLIS));
        }
    }

    /** Returns the maximum time that Tab waits for the service; 0 if all names for the position are known. */
    private long longestWait() {
        if (!(reader.getParser().parse(buffer.toString(), buffer.cursor(), ParseContext.COMPLETE)
                        instanceof EntryCompleter.CompletionPoint point)
                || point.complete()) {
            return 0;
        }
        return TimeUnit.MILLISECONDS.toNanos(point.candidates().isEmpty() ? CANDIDATES_MILLIS : MORE_MILLIS);
    }

    /** Ctrl-C: erases the candidates before the line is dropped. */
    private boolean interrupt(Widget builtIn) {
        reader.endList();
        return builtIn.apply();
    }
}
