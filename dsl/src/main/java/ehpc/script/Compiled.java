package ehpc.script;

import ehpc.dsl.EhpcScript;
import java.util.Map;

/**
 * What the compiler made of a script.
 *
 * @param classes all of its classes by their names, for a cache to keep
 * @param type the script itself, loaded from them
 */
record Compiled(Map<String, byte[]> classes, Class<? extends EhpcScript> type) {

    static Compiled of(Map<String, byte[]> classes, ClassLoader parent) {
        try {
            ScriptClassLoader loader = new ScriptClassLoader(classes, parent);
            return new Compiled(
                    classes, loader.loadClass(ScriptCompiler.CLASS_NAME).asSubclass(EhpcScript.class));
        } catch (ClassNotFoundException e) {
            return new Compiled(classes, Nothing.class); // a script that only defines classes, or is empty
        }
    }

    /** Whether the JVM takes the script's class: the static compiler has been seen to write some that it does not. */
    boolean isSound() {
        try {
            type.getDeclaredConstructors();
            return true;
        } catch (VerifyError e) {
            return false;
        }
    }

    /** A script without statements. */
    public static final class Nothing extends EhpcScript {
        @Override
        public Object run() {
            return null;
        }
    }
}
