package ehpc.node;

import ehpc.api.InputException;
import java.util.List;

/**
 * Folds host names into bracket ranges and back: {@code compute[000-003,7]}, {@code rack[1-2]n[00-15]}. What {@link #fold}
 * writes, {@link #expand} reads. The form is the one that pdsh, Slurm and ClusterShell have in common. No state, safe for use
 * by several threads.
 */
public final class NodeNames {

    private NodeNames() {}

    /**
     * The names in a short form, each once: those that differ in a number become one name with a range. Numbers rise inside
     * brackets; else the order is that of first sight. Numbers with leading zeros make ranges of their width, other numbers
     * make ranges across widths: {@code n[9-10]}, {@code n[09-10]}. A comma, bracket, backslash or blank in a name gets a
     * backslash before it. Takes time in proportion to the names.
     *
     * @param names not empty each; an empty one leaves an empty place, which {@link #expand} refuses
     */
    public static String fold(Iterable<String> names) {
        return NodeFolding.fold(names);
    }

    /**
     * The names that a folded text stands for, each once, in its order; the last bracket counts fastest.
     *
     * @param text names separated by commas, with any number of brackets in each; a bracket holds numbers, ranges such as
     *     {@code 000-015}, and ranges with a step such as {@code 0-10/2}, separated by commas
     * @throws InputException the text is not of that form, or stands for more than 100,000 names
     */
    public static List<String> expand(String text) {
        return new NodeExpansion(text).names();
    }
}
