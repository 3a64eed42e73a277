package ehpc.repl;

/** What {@code --output} says. */
enum Format {
    TEXT,
    TABLE,
    JSON
}
