package ehpc.repl.internal.shell.line;

import ehpc.text.TextWidth;
import java.io.IOError;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.keymap.KeyMap;
import org.jline.reader.Reference;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.InfoCmp.Capability;

/** JLine's reader on a terminal that changes its size, is left and taken up again, and types faster than anybody can look. */
abstract class SteadyReader extends KeyReader {

    /** Within this time a key that waits is there. */
    static final int AT_ONCE_MILLIS = 1;

    /** What was typed or pasted before a question is there within this time, on a busy machine too. */
    private static final int EARLY_MILLIS = 200;

    private static final String SUSPEND = "suspend";

    private Thread keys;
    private Size drawable = Size.of(1, 1);

    SteadyReader(Terminal terminal, Map<String, Object> variables) {
        super(terminal, variables);
    }

    /** Lets a key do something, in whichever mode. */
    final void bind(String widget, String key) {
        for (String map : List.of(EMACS, VIINS, VICMD)) {
            keyMaps.get(map).bind(new Reference(widget), key);
        }
    }

    /** Shows everything anew, where somebody is typing; for any thread. */
    void refresh() {
        try {
            if (isReading()) {
                callWidget(REDISPLAY);
            }
        } catch (IllegalStateException e) {
            // the line was ended in between
        }
    }

    /** Shows another prompt, where somebody is typing; for any thread. */
    void prompt(String prompt, String further) {
        lock.lock();
        try {
            setVariable(SECONDARY_PROMPT_PATTERN, further);
            setPrompt(prompt);
        } finally {
            lock.unlock();
        }
        refresh();
    }

    @Override
    protected void handleSignal(Signal signal) {
        lock.lock();
        try {
            if (reading && display instanceof Drawing drawing) {
                if (signal == Signal.CONT) {
                    takeTerminal();
                }
                drawing.erase(Math.max(1, terminal.getSize().getColumns()));
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

    /** What was drawn before stays where it is. */
    private void drawAnew() {
        drawable = Drawing.of(terminal.getSize());
        display = new Drawing(terminal, drawable);
    }

    /**
     * Lets Ctrl-Z stop the process group, as it does elsewhere.
     *
     * @param before how the terminal is to be left
     * @param program stops the process group
     */
    final void suspendable(Attributes before, List<String> program) {
        getWidgets().put(SUSPEND, () -> suspend(before, program));
        bind(SUSPEND, KeyMap.ctrl('Z'));
    }

    private boolean suspend(Attributes before, List<String> program) {
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
            terminal.writer().println("Ctrl-Z must find the program '" + program.get(0) + "', it cannot be started");
        } finally {
            takeTerminal();
            drawAnew();
            buf.cursor(cursor);
        }
        return true;
    }

    /** Whether a key waits to be read, or comes within a time: then it was not typed after a look at the screen, but before or pasted. */
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

    @Override
    public String readLine(String prompt) {
        keys = Thread.currentThread();
        return super.readLine(prompt);
    }

    @Override
    public boolean redisplay() {
        boolean again = reading && Thread.currentThread() == keys && isKeyWaiting(AT_ONCE_MILLIS);
        return again || super.redisplay(); // where the next key changes it at once, it would only take time
    }

    @Override
    protected void redisplay(boolean flush) {
        if (!(display instanceof Drawing)) { // the first time for this entry
            drawAnew();
        }
        size = drawable;
        super.redisplay(flush);
    }

    /** How many columns are drawn to. */
    final int columns() {
        return drawable.getColumns();
    }

    /** How many rows the entry takes. */
    final int rowsOfEntry() {
        int further = TextWidth.of(String.valueOf(getVariable(SECONDARY_PROMPT_PATTERN)));
        String[] lines = buf.toString().split("\n", -1);
        int rows = 0;
        for (int i = 0; i < lines.length; i++) {
            int columns = (i == 0 ? prompt.columnLength() : further) + TextWidth.of(lines[i]);
            rows += 1 + columns / columns();
        }
        return rows;
    }
}
