package ehpc.repl.internal.terminal;

/** What {@code --color} says. */
public enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER
}
