package ehpc.script;

import ehpc.api.Nearest;
import ehpc.dsl.ClusterDsl;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;

/** The words that can be said at a place of a script: those of the blocks around it, then those of the script. */
final class Scope {

    private static final ClassNode CLUSTER = ClassHelper.make(ClusterDsl.class);

    private final List<ClassNode> speakers;

    private Scope(List<ClassNode> speakers) {
        this.speakers = speakers;
    }

    /**
     * @param clusterBlock whether a cluster block is around the place
     * @param script the class that the code belongs to
     */
    static Scope of(boolean clusterBlock, ClassNode script) {
        return new Scope(clusterBlock ? List.of(CLUSTER, script) : List.of(script));
    }

    /**
     * What to say of a name that is no word here.
     *
     * @param called whether it is called, not only named
     */
    Finding unknown(String name, boolean called) {
        Set<String> values = known(Members::properties);
        Set<String> actions = known(Members::methods);
        if (actions.contains(name)) {
            return Finding.of(
                    Rule.MISSING, "'" + name + "' must be written with what it takes, like " + name + "('...')");
        }
        Set<String> first = called ? actions : values;
        Set<String> second = called ? values : actions;
        boolean nearer = Nearest.to(name, first).isPresent();
        return Finding.unknown(Rule.UNKNOWN_WORD, "unknown word '" + name + "'", name, nearer ? first : second);
    }

    private Set<String> known(Function<ClassNode, Set<String>> names) {
        Set<String> known = new TreeSet<>(names.apply(CLUSTER));
        speakers.forEach(speaker -> known.addAll(names.apply(speaker)));
        return known;
    }

    /** The forms of a method that is a word here, those of the innermost block; none when it is not. */
    List<String> signatures(String method) {
        return speakers.stream()
                .map(speaker -> Members.signatures(speaker, method))
                .filter(forms -> !forms.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
