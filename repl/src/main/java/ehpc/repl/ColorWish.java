package ehpc.repl;

/** What {@code --color} says. */
enum ColorWish {
    AUTO,
    ALWAYS,
    NEVER
}
