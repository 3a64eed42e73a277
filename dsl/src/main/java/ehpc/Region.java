package ehpc;

/**
 * An entry of ListRegions.
 *
 * @param id such as {@code cn-hangzhou}
 * @param name its name for people
 */
public record Region(String id, String name) {}
