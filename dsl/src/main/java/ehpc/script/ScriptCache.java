package ehpc.script;

import ehpc.script.internal.compile.ClassStore;
import java.nio.file.Path;

/**
 * Keeps compiled scripts in a directory, so that an unchanged script starts without the compiler. A cache that cannot be read or
 * written is none: it is never an error. Safe for use by several threads and processes.
 */
public final class ScriptCache {

    private final ClassStore classes;

    private ScriptCache(ClassStore classes) {
        this.classes = classes;
    }

    /**
     * Returns a cache in a directory, which is made for its owner alone when it is not there. Files of scripts that changed are left to
     * whoever cleans up such directories.
     */
    public static ScriptCache in(Path directory) {
        return new ScriptCache(new ClassStore(directory));
    }

    ClassStore classes() {
        return classes;
    }
}
