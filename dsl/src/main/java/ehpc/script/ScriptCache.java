package ehpc.script;

import ehpc.script.internal.compile.ClassStore;
import java.nio.file.Path;

/**
 * Keeps compiled scripts in a directory, so that an unchanged script starts without the compiler. An unusable cache is ignored, never an
 * error. Safe for use by several threads and processes.
 */
public final class ScriptCache {

    private final ClassStore classes;

    private ScriptCache(ClassStore classes) {
        this.classes = classes;
    }

    /**
     * Returns a cache in a directory, which is created with owner-only access if it is missing. Files of changed scripts are never deleted.
     */
    public static ScriptCache in(Path directory) {
        return new ScriptCache(new ClassStore(directory));
    }

    ClassStore classes() {
        return classes;
    }
}
