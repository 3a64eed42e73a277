package ehpc.repl.internal.terminal;

/** A line at the bottom of the terminal in which somebody may be typing: other text belongs above it. */
public interface AbovePrompt {

    /** Nobody types. */
    AbovePrompt NOBODY = new AbovePrompt() {
        @Override
        public boolean isTyping() {
            return false;
        }

        @Override
        public void show(String lines) {
            throw new IllegalStateException("nobody types");
        }
    };

    /** Returns whether somebody is typing at the moment. */
    boolean isTyping();

    /**
     * Shows text above the line.
     *
     * @param lines whole lines, each with its end
     */
    void show(String lines);
}
