package ehpc.repl.internal.terminal;

/** The edited line at the bottom of a terminal; other text appears above it. */
public interface AbovePrompt {

    /** No line is edited. */
    AbovePrompt NONE = new AbovePrompt() {
        @Override
        public boolean isTyping() {
            return false;
        }

        @Override
        public void show(String lines) {
            throw new IllegalStateException("no line is edited");
        }
    };

    /** Returns whether a line is being edited. */
    boolean isTyping();

    /**
     * Shows text above the line.
     *
     * @param lines complete lines, each with its line end
     */
    void show(String lines);
}
