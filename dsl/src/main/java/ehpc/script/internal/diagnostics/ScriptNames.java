package ehpc.script.internal.diagnostics;

import ehpc.dsl.ScriptThread;
import java.util.regex.Pattern;

/** The names of scripts and their classes in the compiler and in stack traces. */
public final class ScriptNames {

    public static final String CLASS = "EhpcScript_";
    private static final String ENDING = ".ehpc";
    private static final Pattern OWN_FILE = Pattern.compile("EhpcScript_\\d*\\.ehpc");
    private static final Pattern OWN_CLASS = Pattern.compile("EhpcScript_\\d*(\\$_.*)?");
    private static final Pattern PREFIX = Pattern.compile("EhpcScript_\\d*\\$");

    private ScriptNames() {}

    /** Returns the name of the file of a script class. */
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

    /** Returns the name of a class in a script, without its package. */
    public static String simple(String className) {
        String known = className.equals(ScriptThread.class.getName()) ? Thread.class.getName() : className;
        String own = PREFIX.matcher(known).replaceFirst("");
        return own.substring(own.lastIndexOf('.') + 1);
    }

    /** Returns a text without the script class before the names of its classes. */
    public static String clean(String text) {
        return PREFIX.matcher(text).replaceAll("");
    }
}
