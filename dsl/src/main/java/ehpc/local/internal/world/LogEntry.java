package ehpc.local.internal.world;

import java.time.Instant;

/**
 * An entry in the log of a cluster.
 *
 * @param level {@code info}, {@code warn} or {@code error}
 * @param operation the operation that changed the cluster
 */
public record LogEntry(Instant time, String level, String operation, String message) {}
