package ehpc.plan;

/**
 * A node at the time of planning.
 *
 * @param id the instance's id
 * @param name its label: the host name, followed by the id if several nodes had that name
 */
public record PlannedNode(String id, String name) {

    /** Returns its host name. */
    String hostName() {
        String suffix = "=" + id;
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }
}
