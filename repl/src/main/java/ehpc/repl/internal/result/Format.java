package ehpc.repl.internal.result;

/** What {@code --output} says. */
public enum Format {
    TEXT,
    TABLE,
    JSON,
    NDJSON,
    CSV,
    YAML;

    /** Returns whether a program reads it: then nothing else may stand between the results. */
    public boolean isForMachines() {
        return this != TEXT && this != TABLE;
    }
}
