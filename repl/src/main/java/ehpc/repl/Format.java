package ehpc.repl;

/** What {@code --output} says. */
enum Format {
    TEXT,
    TABLE,
    JSON,
    NDJSON,
    CSV,
    YAML;

    /** Whether a program reads it: then nothing else may stand between the results. */
    boolean isForMachines() {
        return this != TEXT && this != TABLE;
    }
}
