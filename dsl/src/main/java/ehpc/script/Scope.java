package ehpc.script;

import ehpc.api.Nearest;
import ehpc.dsl.ClusterDsl;
import ehpc.dsl.EhpcScript;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;

/** The words that can be said at a place of a script: those of the blocks around it, then those of the script. */
final class Scope {

    private static final ClassNode CLUSTER = ClassHelper.make(ClusterDsl.class);
    private static final Set<String> TOP_ONLY = Set.of("cluster", "region", "initialize");

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
    String unknown(String name, boolean called) {
        if (isClusterWordOutside(name)) {
            return "'" + name + "' must stand inside a cluster('...') { } block";
        }
        Set<String> values = known(Members::properties);
        Set<String> actions = known(Members::methods);
        if (actions.contains(name)) {
            return "'" + name + "' must be written with what it takes, like " + name + "('...')";
        }
        Set<String> first = called ? actions : values;
        Set<String> second = called ? values : actions;
        return "unknown word '" + name + "'"
                + Nearest.to(name, first)
                        .or(() -> Nearest.to(name, second))
                        .map(nearest -> "; did you mean '" + nearest + "'?")
                        .orElse("");
    }

    private Set<String> known(Function<ClassNode, Set<String>> names) {
        Set<String> known = new TreeSet<>(names.apply(CLUSTER));
        speakers.forEach(speaker -> known.addAll(names.apply(speaker)));
        return known;
    }

    /** Whether it is a word of a cluster block, and none is around. */
    boolean isClusterWordOutside(String name) {
        return !inCluster() && words(CLUSTER).contains(name);
    }

    /** What to say of a word that is known here and must not be said here. */
    Optional<String> misplaced(String word) {
        return inCluster() && TOP_ONLY.contains(word) && isScript()
                ? Optional.of("'" + word + "' must stand outside of a cluster block")
                : Optional.empty();
    }

    /** The forms of a method that is a word here, those of the innermost block; none when it is not. */
    List<String> signatures(String method) {
        return speakers.stream()
                .map(speaker -> Members.signatures(speaker, method))
                .filter(forms -> !forms.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private boolean inCluster() {
        return speakers.contains(CLUSTER);
    }

    private boolean isScript() {
        return speakers.get(speakers.size() - 1).isDerivedFrom(ClassHelper.make(EhpcScript.class));
    }

    private static Set<String> words(ClassNode speaker) {
        Set<String> words = new TreeSet<>(Members.properties(speaker));
        words.addAll(Members.methods(speaker));
        return words;
    }
}
