package ehpc.script;

import java.util.Map;

/** Loads the classes of one script. */
final class ScriptClassLoader extends ClassLoader {

    private final Map<String, byte[]> classes;

    ScriptClassLoader(Map<String, byte[]> classes, ClassLoader parent) {
        super(parent);
        this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
