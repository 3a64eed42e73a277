package ehpc.repl.internal.shell;

import java.util.Optional;

/**
 * An entry that has run.
 *
 * @param text its text
 * @param cluster the current cluster at its start, if any
 */
public record HistoryItem(String text, Optional<String> cluster) {}
