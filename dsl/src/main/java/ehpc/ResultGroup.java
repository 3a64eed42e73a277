package ehpc;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.node.NodeSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Results that look the same to a reader.
 *
 * @param results at least one
 * @param amongClusters whether results of other clusters are listed beside them
 */
@JsonIgnoreProperties("amongClusters")
@WordsOf(
        value = WordPlace.GROUP,
        form = "GROUP.%s",
        given = "def r = run 'hostname' on nodes.compute",
        example = "r.gathered().each { println it.%s }",
        first = "nodes header title")
public record ResultGroup(
        @WordFacts(
                value = "The results of its nodes, one by one.",
                example = "r.gathered().each { println it.results.size() }")
        List<NodeResult> results,

        boolean amongClusters) {

    /** Returns the first result, which represents the group. */
    @WordFacts(
            value = "The result of the first node, equal to the others.",
            example = "r.gathered().each { println it.first().exitCode }")
    public NodeResult first() {
        return results.get(0);
    }

    /** Returns the nodes, in order. */
    @WordFacts("The nodes with equal results.")
    public NodeSet getNodes() {
        return NodeSet.of(
                first().node().clusterId(),
                results.stream().map(NodeResult::node).toList(),
                "group");
    }

    /**
     * Returns the folded node names and their number, such as {@code compute[000-003] (4)}; preceded by the cluster in {@code parallel}.
     */
    @WordFacts("The folded names of the nodes and their number.")
    public String header() {
        String cluster = amongClusters ? first().node().clusterId() + ": " : "";
        return cluster + getNodes().folded() + " (" + results.size() + ")";
    }

    /** Returns the header, with the outcome if it is not ok; one line. */
    @WordFacts("The header, with the outcome of the nodes if they are not ok.")
    public String title() {
        return first().isOk() ? header() : header() + ' ' + first().summary().replaceAll("\\R", " ");
    }

    /** Returns the lines of the output, without line ends; a carriage return is part of a line. */
    @WordFacts("The lines of each node's output.")
    public List<String> lines() {
        return lines(first().output());
    }

    /** Only a line feed ends a line: a carriage return is output of the command, and is kept. */
    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }
}
