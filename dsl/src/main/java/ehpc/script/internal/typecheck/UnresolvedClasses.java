package ehpc.script.internal.typecheck;

import java.util.Collection;
import org.codehaus.groovy.ast.ClassNode;

/**
 * The classes in a script that do not exist. They are reported as errors; the script is compiled again with an empty class for each, so that
 * the rest of it is checked too.
 */
public final class UnresolvedClasses {

    private static final String MARK = "ehpcUnknownClass";

    private UnresolvedClasses() {}

    /** Returns the source text of an empty class. */
    public static String source(String name) {
        int dot = name.lastIndexOf('.');
        String pack = dot < 0 ? "" : "package " + name.substring(0, dot) + "\n";
        return pack + "class " + name.substring(dot + 1) + " { static final int " + MARK + " = 0\n"
                + name.substring(dot + 1) + "(Object... given) { } }\n";
    }

    /** Returns whether a class replaces one that does not exist. */
    static boolean isOne(ClassNode type) {
        return type.redirect().getField(MARK) != null;
    }

    /** Returns whether all names can be names of classes. */
    public static boolean canBe(Collection<String> names) {
        return names.stream().allMatch(name -> name.matches("([a-z_][\\w]*\\.)*[A-Z]\\w*"));
    }
}
