package ehpc.node;

import ehpc.api.InputException;
import java.util.List;

/**
 * Folds host names into bracket ranges and back: {@code compute[000-003,7]}, {@code rack[1-2]n[00-15]}. {@link #expand} reverses
 * {@link #fold}. The form is the common subset of pdsh, Slurm and ClusterShell. Stateless and thread-safe.
 */
public final class NodeNames {

    private NodeNames() {}

    /**
     * Returns the distinct names in a short form: names that differ in a number become one name with a range. Numbers ascend inside
     * brackets; otherwise the order is that of first occurrence. Numbers with leading zeros form ranges of their width, other numbers form
     * ranges across widths: {@code n[9-10]}, {@code n[09-10]}. A backslash escapes a comma, bracket, backslash or space in a name. Takes
     * linear time.
     *
     * @param names nonempty names; {@link #expand} refuses the result for an empty one
     */
    public static String fold(Iterable<String> names) {
        return NodeFolding.fold(names);
    }

    /**
     * Expands a folded text into distinct names, in its order; the last bracket varies fastest.
     *
     * @param text names separated by commas, each with any number of brackets; a bracket contains numbers, ranges such as {@code 000-015},
     *     and ranges with a step such as {@code 0-10/2}, separated by commas
     * @throws InputException if the text is malformed, or expands to more than 100,000 names
     */
    public static List<String> expand(String text) {
        return new NodeExpansion(text).names();
    }
}
