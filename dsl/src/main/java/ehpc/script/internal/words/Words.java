package ehpc.script.internal.words;

import ehpc.dsl.ClusterDsl;
import ehpc.dsl.EhpcScript;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.ClassHelper;

/** The words of the language that can be said without a value before them. */
public final class Words {

    private static final Set<String> ALL = all();

    private Words() {}

    private static Set<String> all() {
        Set<String> words = new TreeSet<>(Set.of("sleep"));
        for (Class<?> face : new Class<?>[] {EhpcScript.class, ClusterDsl.class}) {
            words.addAll(Members.properties(ClassHelper.make(face)));
            words.addAll(Members.methods(ClassHelper.make(face)));
        }
        return words;
    }

    public static boolean isWord(String name) {
        return ALL.contains(name);
    }
}
