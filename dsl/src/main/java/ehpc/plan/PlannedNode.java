package ehpc.plan;

/**
 * A node as it was when a plan was made.
 *
 * @param id the instance's id
 * @param name its host name
 */
public record PlannedNode(String id, String name) {}
