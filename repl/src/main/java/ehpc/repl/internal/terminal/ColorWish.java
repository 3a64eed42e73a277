package ehpc.repl.internal.terminal;

/** What {@code --color} says. */
public enum ColorWish {
    AUTO,
    ALWAYS,
    NEVER
}
