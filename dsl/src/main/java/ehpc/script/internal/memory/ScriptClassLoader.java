package ehpc.script.internal.memory;

import java.util.Map;

/** Loads the classes of one script; its own come first, so that they take the place of earlier ones. */
public final class ScriptClassLoader extends ClassLoader {

    private final Map<String, byte[]> classes;
    private final Map<String, Class<?>> known;

    /**
     * @param known classes of earlier entries
     */
    public ScriptClassLoader(Map<String, byte[]> classes, Map<String, Class<?>> known, ClassLoader parent) {
        super(parent);
        this.classes = Map.copyOf(classes);
        this.known = Map.copyOf(known);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!classes.containsKey(name)) {
            Class<?> before = known.get(name);
            return before == null ? super.loadClass(name, resolve) : before;
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
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
