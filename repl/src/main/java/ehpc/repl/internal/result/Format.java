package ehpc.repl.internal.result;

/** The values of {@code --output}. */
public enum Format {
    TEXT,
    TABLE,
    JSON,
    NDJSON,
    CSV,
    YAML;

    /** Returns whether it is for programs; then standard output contains only results. */
    public boolean isForMachines() {
        return this != TEXT && this != TABLE;
    }
}
