package ehpc.dsl;

import ehpc.NodeResult;
import ehpc.RunResult;
import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.node.Node;

/** The result of a run as Groovy's operators see it. A Groovy extension module. */
@WordsOf(value = WordPlace.RESULT, given = "def r = run 'hostname' on nodes.compute", extension = true)
public final class RunResults {

    private RunResults() {}

    /** {@link RunResult#result} as {@code r['compute000']}. */
    @WordFacts(
            form = "RESULT['NAME'], RESULT[NODE]",
            value = "The result of one node.",
            example = "println r['compute000'].output")
    public static NodeResult getAt(RunResult self, String nameOrId) {
        return self.result(nameOrId);
    }

    /** The same for a text with values in it. */
    public static NodeResult getAt(RunResult self, CharSequence nameOrId) {
        return self.result(nameOrId.toString());
    }

    /** The same for a node: {@code r[node('compute000')]}. */
    public static NodeResult getAt(RunResult self, Node node) {
        return self.result(node.id());
    }

    /** Groovy's truth: whether it is ok. */
    public static boolean asBoolean(RunResult self) {
        return self.isOk();
    }
}
