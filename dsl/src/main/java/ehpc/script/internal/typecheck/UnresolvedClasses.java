package ehpc.script.internal.typecheck;

import java.util.Collection;
import org.codehaus.groovy.ast.ClassNode;

/**
 * Classes that a script names and nobody has. They are told as errors; so that the rest of the script can be looked at all the same, it
 * is compiled once more with an empty class in the place of each.
 */
public final class UnresolvedClasses {

    private static final String MARK = "ehpcStranger";

    private UnresolvedClasses() {}

    /** Source text of an empty class of that name. */
    public static String source(String name) {
        int dot = name.lastIndexOf('.');
        String pack = dot < 0 ? "" : "package " + name.substring(0, dot) + "\n";
        return pack + "class " + name.substring(dot + 1) + " { static final int " + MARK + " = 0\n"
                + name.substring(dot + 1) + "(Object... given) { } }\n";
    }

    /** Returns whether a class stands for one that nobody has. */
    static boolean isOne(ClassNode type) {
        return type.redirect().getField(MARK) != null;
    }

    /** Returns whether a name can be that of a class. */
    public static boolean canBe(Collection<String> names) {
        return names.stream().allMatch(name -> name.matches("([a-z_][\\w]*\\.)*[A-Z]\\w*"));
    }
}
