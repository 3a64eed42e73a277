package ehpc.plan;

/**
 * A node as it was when a plan was made.
 *
 * @param id the instance's id
 * @param name its host name, where several nodes had that name with the id behind it: its label
 */
public record PlannedNode(String id, String name) {

    /** Its host name alone. */
    String hostName() {
        String suffix = "=" + id;
        return name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
    }
}
