package ehpc.script.internal.symbols;

import ehpc.dsl.ScriptTexts;
import groovyjarjarasm.asm.ClassReader;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Loads the classes of one script; its own come first, so that they replace earlier ones. */
public final class ScriptClassLoader extends ClassLoader implements ScriptTexts {

    /** The tag of a text among the constants of a class. */
    private static final int TEXT = 8;

    private final Map<String, byte[]> classes;
    private final Map<String, Class<?>> known;
    private volatile Set<String> texts;

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

    /** Returns whether a text is a constant of one of the script's classes, or of a class of an earlier entry. */
    @Override
    public boolean hold(String text) {
        if (texts == null) {
            Set<String> found = new HashSet<>();
            classes.values().forEach(bytes -> addTexts(bytes, found));
            texts = found;
        }
        return texts.contains(text)
                || known.values().stream()
                        .map(Class::getClassLoader)
                        .distinct()
                        .anyMatch(loader -> loader instanceof ScriptTexts earlier && earlier.hold(text));
    }

    private static void addTexts(byte[] bytes, Set<String> found) {
        ClassReader reader = new ClassReader(bytes);
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item > 0 && bytes[item - 1] == TEXT) {
                found.add(reader.readUTF8(item, buffer));
            }
        }
    }
}
