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
 * The keys of this language, as widgets: Enter knows whether an entry is complete, brackets find their indent, Tab waits for what the
 * service says. What a terminal marks as pasted is pasted; only where it never has are keys that come faster than anybody types.
 */
final class EntryKeys {

    /** Within this time the next line of a paste is there. */
    private static final int PASTE_MILLIS = 20;

    /** The same for a key: somebody who types is slower. */
    private static final int KEY_MILLIS = 5;

    /** So long Tab waits for what the service says. */
    private static final int CANDIDATES_MILLIS = 10_000;

    /** How long it waits where there is something to offer without. */
    private static final int MORE_MILLIS = 1_000;

    private static final int LOOK_MILLIS = 50;

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
    private final BooleanSupplier coming;
    private boolean pasted;
    /** Whether the terminal has once said where pasted text begins and ends: then all else is typed, however fast it comes. */
    private boolean marksPastes;

    /**
     * Gives a reader the keys.
     *
     * @param documents what is known of a text
     * @param coming whether there may soon be candidates where there are none yet
     */
    EntryKeys(OpenReader reader, Function<String, Document> documents, BooleanSupplier coming) {
        this.reader = reader;
        this.buffer = reader.getBuffer();
        this.documents = documents;
        this.coming = coming;
        reader.option(LineReader.Option.INSERT_TAB, false);
        ACCEPTING.forEach(name -> replace(name, builtIn -> () -> accept(builtIn)));
        CLOSING.forEach((name, bracket) -> replace(name, builtIn -> () -> close(bracket)));
        replace(LineReader.CALLBACK_INIT, builtIn -> this::begin);
        replace(LineReader.SELF_INSERT_UNMETA, builtIn -> () -> insertUnmeta(builtIn));
        replace(LineReader.SELF_INSERT, builtIn -> () -> insert(builtIn));
        replace(LineReader.BEGIN_PASTE, builtIn -> this::paste);
        replace(LineReader.EXPAND_OR_COMPLETE, builtIn -> () -> complete(builtIn));
        replace(LineReader.INTERRUPT, builtIn -> () -> interrupt(builtIn));
        replace(
                LineReader.EDIT_AND_EXECUTE_COMMAND,
                builtIn -> () -> false); // an editor of one's own is had with a command
    }

    /**
     * Lets Ctrl-Z stop the process group, as it does elsewhere.
     *
     * @param before how the terminal is to be left
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
        return true;
    }

    private Document document() {
        return documents.apply(buffer.toString());
    }

    private boolean accept(Widget builtIn) {
        String text = buffer.toString();
        boolean whole = text.isBlank()
                || ShellCommands.isCommand(text)
                || ShellCommands.endsInCommand(text)
                || !document().completeness().wantsLine() && !goesOn(text);
        return whole ? builtIn.apply() : insertLine();
    }

    /** Returns whether a line that waits behind a whole text goes on with it all the same, as somebody who types it cannot say. */
    private boolean goesOn(String text) {
        return !marksPastes
                && buffer.cursor() == text.length()
                && reader.isKeyWaiting(PASTE_MILLIS)
                && FurtherLine.isOne(lookAhead());
    }

    /** What waits of the next line, as far as that is worth a look. */
    private String lookAhead() {
        StringBuilder ahead = new StringBuilder();
        while (FurtherLine.mayBecomeOne(ahead) && reader.isKeyWaiting(PASTE_MILLIS)) {
            ahead.appendCodePoint(reader.readCharacter());
        }
        reader.runMacro(ahead.toString()); // to be read again
        return ahead.toString();
    }

    /** Returns a line's end at the cursor, and the blanks that the next line should begin with; one that is pasted brings its own. */
    private boolean insertLine() {
        pasted = !marksPastes && reader.isKeyWaiting(KEY_MILLIS);
        if (pasted) {
            buffer.write("\n");
            return true;
        }
        Completeness before = Completeness.of(document().before(buffer.cursor()));
        boolean closes = buffer.cursor() < buffer.length() && ")]}".indexOf(buffer.currChar()) >= 0;
        buffer.write("\n" + " ".repeat(closes ? before.closingIndent() : before.indent()));
        return true;
    }

    /** Alt-Enter. */
    private boolean insertUnmeta(Widget builtIn) {
        String key = reader.getLastBinding();
        return key.endsWith("\r") || key.endsWith("\n") ? insertLine() : builtIn.apply();
    }

    /** What waits to be read up to the line's end is shown, and can be undone, as one; whoever lists candidates looks at each key. */
    private boolean insert(Widget builtIn) {
        if (reader.isListing() || !isTextWaiting()) {
            return builtIn.apply();
        }
        if (!marksPastes && isBlank(reader.getLastBinding().charAt(0)) && isIndent(lineBegun())) {
            pasted = true;
            buffer.backspace(lineBegun().length()); // it came late, and brings its own
        }
        builtIn.apply();
        StringBuilder rest = new StringBuilder();
        while (isTextWaiting()) {
            rest.appendCodePoint(reader.readCharacter());
        }
        reader.putString(rest);
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
        String before = buffer.upToCursor();
        return before.substring(before.lastIndexOf('\n') + 1);
    }

    private boolean isTextWaiting() {
        return reader.isKeyWaiting(OpenReader.AT_ONCE_MILLIS)
                && !Character.isISOControl(reader.peekCharacter(OpenReader.AT_ONCE_MILLIS));
    }

    /** Returns a bracket that closes, and that is the first in its line, goes below the line that its opening one stands in. */
    private boolean close(char bracket) {
        String before = buffer.upToCursor();
        int line = before.lastIndexOf('\n') + 1;
        if (!pasted && line > 0 && before.substring(line).isBlank()) {
            Completeness opened = Completeness.of(document().before(line - 1));
            if (opened.missing() == Completeness.Missing.BRACKET) { // in a text it is content
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
        buffer.write(PastedText.clean(text.toString()).stripTrailing()); // without its last line's end: Enter runs it
        return true;
    }

    /** Tab offers what may stand at the beginning of a line too, a line's indent is set by Enter; a pasted one is part of the text. */
    private boolean complete(Widget builtIn) {
        boolean content = !marksPastes && (pasted || lineBegun().isBlank());
        if (content && reader.isKeyWaiting(OpenReader.AT_ONCE_MILLIS)) {
            pasted = true;
            String all = PastedText.clean(buffer.upToCursor() + "\t|"); // what it is depends on what it stands behind
            buffer.write(all.substring(buffer.cursor(), all.length() - 1));
            return true;
        }
        awaitCandidates();
        return builtIn.apply();
    }

    /**
     * The first Tab at a place begins to ask the service: what it says is offered when it comes, unless a key comes first. Where there is
     * something to offer without it, it is given less time.
     */
    private void awaitCandidates() {
        long began = System.nanoTime();
        boolean shown = false;
        boolean key = false;
        while (!key && System.nanoTime() - began < patience() && coming.getAsBoolean()) {
            shown = shown || reader.redisplay();
            key = reader.unlocked(() -> reader.isKeyWaiting(LOOK_MILLIS));
        }
    }

    /** Returns how long Tab waits for the service; 0 where it has said all that it was asked about the place. */
    private long patience() {
        if (!(reader.getParser().parse(buffer.toString(), buffer.cursor(), ParseContext.COMPLETE)
                        instanceof EntryCompleter.CompletionPoint point)
                || point.complete()) {
            return 0;
        }
        return TimeUnit.MILLISECONDS.toNanos(point.candidates().isEmpty() ? CANDIDATES_MILLIS : MORE_MILLIS);
    }

    /** Ctrl-C, which takes the candidates away before the line is left. */
    private boolean interrupt(Widget builtIn) {
        reader.endList();
        return builtIn.apply();
    }
}
