package ehpc.repl.internal.shell;

import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.terminal.ColorWish;

/** What the user of a shell may set; heeded from the next line on. Safe for use by several threads. */
public final class Settings {

    private volatile Format output;
    private volatile ColorWish color;
    private volatile boolean debug;
    private volatile boolean trace;
    private volatile boolean plan;
    private volatile boolean pager;
    private volatile Editing editing = Editing.EMACS;

    /**
     * @param output the form of results
     * @param color whether there are colours
     * @param debug whether errors come with their stack traces
     * @param trace whether requests to the service are shown
     */
    public Settings(Format output, ColorWish color, boolean debug, boolean trace) {
        this.output = output;
        this.color = color;
        this.debug = debug;
        this.trace = trace;
    }

    /** Returns the form of results. */
    public Format output() {
        return output;
    }

    public void output(Format form) {
        output = form;
    }

    /** Returns whether there are colours. */
    public ColorWish color() {
        return color;
    }

    public void color(ColorWish wish) {
        color = wish;
    }

    /** Returns whether errors come with their stack traces. */
    public boolean debug() {
        return debug;
    }

    public void debug(boolean wish) {
        debug = wish;
    }

    /** Returns whether requests to the service are shown. */
    public boolean trace() {
        return trace;
    }

    public void trace(boolean wish) {
        trace = wish;
    }

    /** Returns whether each step of an entry is shown before it is sent, and asked about; no when not said. */
    public boolean plan() {
        return plan;
    }

    public void plan(boolean wish) {
        plan = wish;
    }

    /** Returns whether values that are longer than the screen are shown page by page; no when not said. */
    public boolean pager() {
        return pager;
    }

    public void pager(boolean wish) {
        pager = wish;
    }

    /** How keys edit a line; as in Emacs when not said. */
    public Editing editing() {
        return editing;
    }

    public void editing(Editing wish) {
        editing = wish;
    }
}
