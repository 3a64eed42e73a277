package ehpc.script;

import ehpc.dsl.EhpcScript;
import ehpc.dsl.EntryScript;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a script is compiled on.
 *
 * @param className of its class
 * @param parent knows the classes that it may name
 * @param context what was said before it; empty for a script that stands for itself
 */
record Ground(String className, ClassLoader parent, Optional<SessionContext> context) {

    private static final String CLASS_NAME = "EhpcScript_";
    private static final String ENDING = ".ehpc";
    private static final Pattern OWN_FILE = Pattern.compile("EhpcScript_\\d*\\.ehpc");
    private static final Pattern OWN_CLASS = Pattern.compile("EhpcScript_\\d*(\\$_.*)?");
    private static final Pattern PREFIX = Pattern.compile("EhpcScript_\\d*\\$");

    /** That of scripts in files. */
    static final Ground FILE = new Ground(CLASS_NAME, EhpcScript.class.getClassLoader(), Optional.empty());

    static Ground of(SessionContext context) {
        ClassLoader known =
                new ScriptClassLoader(Map.of(), context.visibleClasses(), EhpcScript.class.getClassLoader());
        return new Ground(CLASS_NAME + context.number(), known, Optional.of(context));
    }

    /** Loads what was compiled on it; its own classes come first. */
    ClassLoader loader(Map<String, byte[]> classes) {
        Map<String, Class<?>> before =
                context.map(SessionContext::visibleClasses).orElse(Map.of());
        return new ScriptClassLoader(classes, before, EhpcScript.class.getClassLoader());
    }

    /** How stack traces and the compiler call the text. */
    String file() {
        return className + ENDING;
    }

    Class<?> baseClass() {
        return context.isPresent() ? EntryScript.class : EhpcScript.class;
    }

    /** Whether a file of a stack trace or of the compiler is a script. */
    static boolean isFile(String name) {
        return name != null && OWN_FILE.matcher(name).matches();
    }

    /** Whether a class is a script or a block of one; not one that a script defines. */
    static boolean isClass(String name) {
        return OWN_CLASS.matcher(name).matches();
    }

    /** The name that a script's own class has in the script. */
    static String withoutScript(String name) {
        return PREFIX.matcher(name).replaceFirst("");
    }

    /** A text in which no class is called by that of its script. */
    static String clean(String text) {
        return PREFIX.matcher(text).replaceAll("");
    }
}
