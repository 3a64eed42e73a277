package ehpc.script;

import ehpc.api.Nearest;
import ehpc.dsl.EhpcScript;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;

/** The words that can be said without a value before them: those of the language, and what the class around has. */
final class Scope {

    private static final ClassNode LANGUAGE = ClassHelper.make(EhpcScript.class);

    private final ClassNode around;

    private Scope(ClassNode around) {
        this.around = around;
    }

    /**
     * @param around the class that the code belongs to: the script, or one that the script defines
     */
    static Scope of(ClassNode around) {
        return new Scope(around);
    }

    /**
     * What to say of a name that is no word here.
     *
     * @param called whether it is called, not only named
     */
    Finding unknown(String name, boolean called) {
        if (Forms.isManner(name)) {
            return Finding.of(Rule.PLACE, "'" + name + "' must stand in a run sentence: run 'echo hi' on nodes");
        }
        if (isAction(name)) {
            boolean alone = signatures(name).contains("nothing");
            String like = alone ? "called: " + name + "()" : "written with what it takes, like " + name + "('...')";
            return Finding.of(Rule.MISSING, "'" + name + "' must be " + like);
        }
        Set<String> values = known(Members::properties);
        Set<String> actions = known(Members::methods);
        Set<String> first = called ? actions : values;
        Set<String> second = called ? values : actions;
        boolean nearer = Nearest.to(name, first).isPresent();
        return Finding.unknown(Rule.UNKNOWN_WORD, "unknown word '" + name + "'", name, nearer ? first : second);
    }

    /** Whether it is a word that is called. */
    boolean isAction(String name) {
        return known(Members::methods).contains(name);
    }

    private Set<String> known(Function<ClassNode, Set<String>> names) {
        Set<String> known = new TreeSet<>(names.apply(LANGUAGE));
        known.addAll(names.apply(around));
        return known;
    }

    /** The forms of a method that can be called here; none when it cannot. */
    List<String> signatures(String method) {
        return Members.signatures(around, method);
    }
}
