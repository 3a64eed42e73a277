package ehpc.local.internal.world;

import java.util.Map;

/**
 * The answer to a request with a client token; also its form on disk.
 *
 * @param request a hash of the parameters, without passwords
 * @param answer the fields of the answer, which are texts or lists
 */
public record Remembered(String request, Map<String, Object> answer) {}
