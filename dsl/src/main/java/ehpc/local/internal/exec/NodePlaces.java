package ehpc.local.internal.exec;

import java.nio.file.Path;
import java.util.Map;

/**
 * The directories of a node on this machine.
 *
 * @param user the user id that owns them
 * @param paths their paths here by those inside, parents first
 */
public record NodePlaces(int user, Map<String, Path> paths) {}
