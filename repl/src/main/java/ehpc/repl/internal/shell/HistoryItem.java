package ehpc.repl.internal.shell;

import java.util.Optional;

/**
 * An entry that was run.
 *
 * @param text as it was typed
 * @param cluster the current cluster when it began; empty where there was none
 */
public record HistoryItem(String text, Optional<String> cluster) {}
