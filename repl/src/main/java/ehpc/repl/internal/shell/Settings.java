package ehpc.repl.internal.shell;

import ehpc.repl.internal.result.Format;
import ehpc.repl.internal.terminal.ColorMode;

/** The settings of a shell; changes apply from the next input on. Thread-safe. */
public final class Settings {

    private volatile Format output;
    private volatile ColorMode color;
    private volatile boolean debug;
    private volatile boolean trace;
    private volatile boolean plan;
    private volatile boolean confirmed;
    private volatile boolean pager;
    private volatile Editing editing = Editing.EMACS;

    /**
     * @param output the form of results
     * @param color the use of colours
     * @param debug whether errors are shown with their stack traces
     * @param trace whether requests to the service are shown
     */
    public Settings(Format output, ColorMode color, boolean debug, boolean trace) {
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

    /** Returns the use of colours. */
    public ColorMode color() {
        return color;
    }

    public void color(ColorMode value) {
        color = value;
    }

    /** Returns whether errors are shown with their stack traces. */
    public boolean debug() {
        return debug;
    }

    public void debug(boolean value) {
        debug = value;
    }

    /** Returns whether requests to the service are shown. */
    public boolean trace() {
        return trace;
    }

    public void trace(boolean value) {
        trace = value;
    }

    /** Returns whether each step of an entry needs approval before it is sent; false by default. */
    public boolean plan() {
        return plan;
    }

    public void plan(boolean value) {
        plan = value;
    }

    /** Returns whether nothing is asked about before it deletes, stops or resets something; false by default. */
    public boolean confirmed() {
        return confirmed;
    }

    public void confirmed(boolean value) {
        confirmed = value;
    }

    /** Returns whether values longer than the screen are shown page by page; false by default. */
    public boolean pager() {
        return pager;
    }

    public void pager(boolean value) {
        pager = value;
    }

    /** Returns the key bindings of the line editor; those of Emacs by default. */
    public Editing editing() {
        return editing;
    }

    public void editing(Editing value) {
        editing = value;
    }
}
