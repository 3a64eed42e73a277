package ehpc.repl.internal.terminal;

/** The values of {@code --color}. */
public enum ColorMode {
    AUTO,
    ALWAYS,
    NEVER
}
