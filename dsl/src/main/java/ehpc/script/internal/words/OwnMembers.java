package ehpc.script.internal.words;

import ehpc.language.Vocabulary;
import ehpc.language.WordPlace;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ClassNode;

/** The members that a type of this library declares, for messages. */
public final class OwnMembers {

    /** The beginning of the names of this library's types. */
    public static final String PACKAGE = "ehpc.";

    private static final Pattern ACCESSOR = Pattern.compile("(get|is)[A-Z].*");
    private static final Set<String> INHERITED = Set.of(
            "equals",
            "hashCode",
            "toString",
            "compareTo",
            "iterator",
            "spliterator",
            "forEach",
            "stream",
            "asBoolean",
            "of",
            "valueOf");

    private OwnMembers() {}

    /** Returns whether the members of a type can be listed: it is a type of this library, with other members than constants. */
    public static boolean isOurs(ClassNode type) {
        return type.getName().startsWith(PACKAGE) && !type.isEnum();
    }

    /** Returns the members that a type of this library declares, as a script writes them. */
    public static Set<String> of(ClassNode owner) {
        Set<String> names = new TreeSet<>(Members.properties(owner));
        Members.methods(owner).stream()
                .filter(method ->
                        !INHERITED.contains(method) && !ACCESSOR.matcher(method).matches())
                .filter(method -> Forms.operator(method).isEmpty())
                .forEach(names::add);
        names.remove("class");
        WordPlace.of(owner.getName())
                .ifPresent(place ->
                        names.removeIf(name -> Vocabulary.at(place, name).isEmpty()));
        return names;
    }
}
