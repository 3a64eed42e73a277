package ehpc.script.internal.compile;

import ehpc.dsl.EhpcScript;
import java.util.Map;

/**
 * A compiled script.
 *
 * @param classes all of its classes by name, for a cache
 * @param type the class of the script, loaded from them
 */
record Compiled(Map<String, byte[]> classes, Class<? extends EhpcScript> type, ClassLoader loader) {

    static Compiled of(Map<String, byte[]> classes, CompilationContext context) {
        ClassLoader loader = context.loader(classes);
        try {
            Class<?> type = loader.loadClass(context.className());
            return new Compiled(classes, type.asSubclass(EhpcScript.class), loader);
        } catch (ClassNotFoundException e) {
            return new Compiled(classes, Nothing.class, loader); // a script that only defines classes, or is empty
        }
    }

    /** Loads one of its classes. */
    Class<?> load(String name) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class of a compiled script cannot be loaded", e);
        }
    }

    /** Returns whether the JVM accepts the class: the static compiler is known to write invalid ones. */
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
