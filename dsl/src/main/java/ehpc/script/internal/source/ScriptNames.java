package ehpc.script.internal.source;

import java.util.regex.Pattern;

/** How the compiler and stack traces call scripts and what belongs to them. */
public final class ScriptNames {

    public static final String CLASS = "EhpcScript_";
    private static final String ENDING = ".ehpc";
    private static final Pattern OWN_FILE = Pattern.compile("EhpcScript_\\d*\\.ehpc");
    private static final Pattern OWN_CLASS = Pattern.compile("EhpcScript_\\d*(\\$_.*)?");
    private static final Pattern PREFIX = Pattern.compile("EhpcScript_\\d*\\$");

    private ScriptNames() {}

    /** How the text of a script's class is called. */
    public static String file(String className) {
        return className + ENDING;
    }

    /** Returns whether a file of a stack trace or of the compiler is a script. */
    public static boolean isFile(String name) {
        return name != null && OWN_FILE.matcher(name).matches();
    }

    /** Returns whether a class is a script or a block of one; not one that a script defines. */
    public static boolean isClass(String name) {
        return OWN_CLASS.matcher(name).matches();
    }

    /** Returns the name that a script's own class has in the script. */
    public static String withoutScript(String name) {
        return PREFIX.matcher(name).replaceFirst("");
    }

    /** Returns a text in which no class is called by that of its script. */
    public static String clean(String text) {
        return PREFIX.matcher(text).replaceAll("");
    }
}
