package ehpc.edit;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The packages that scripts may import, with the names of their classes: those exported by the modules of the JDK, Groovy's and those of
 * this library. Read once, on first use.
 */
final class PackageIndex {

    /** A class of each library, by which the library is found. */
    private static final List<String> LIBRARIES = List.of(
            "groovy/lang/Closure.class",
            "groovy/json/JsonSlurper.class",
            "groovy/time/TimeCategory.class",
            "ehpc/EhpcClient.class");

    private static final String CLASS = ".class";

    /** The names in each package; those of a module are read on first use. */
    private final NavigableMap<String, SortedSet<String>> libraries = new TreeMap<>();

    private final NavigableMap<String, String> modules = new TreeMap<>();
    private final Map<String, SortedSet<String>> read = new ConcurrentHashMap<>();

    /**
     * @param library finds a file of a library; returns null if the library is missing
     */
    PackageIndex(Function<String, URL> library) {
        ModuleLayer.boot().modules().stream()
                .map(Module::getDescriptor)
                .filter(module -> module.name().startsWith("java."))
                .forEach(this::add);
        LIBRARIES.forEach(known -> add(known, library));
    }

    /** Created on first use. */
    private static final class Made {
        private static final PackageIndex INDEX = new PackageIndex(PackageIndex.class.getClassLoader()::getResource);
    }

    private void add(ModuleDescriptor module) {
        module.exports().stream()
                .filter(export -> !export.isQualified())
                .forEach(export -> modules.put(export.source(), module.name()));
    }

    /** Adds the readable part of a library: incomplete names are better than none. */
    private void add(String known, Function<String, URL> library) {
        try {
            URL url = library.apply(known);
            if (url != null) { // null if an embedding program omits the library
                add(known, url);
            }
        } catch (IOException | URISyntaxException | RuntimeException e) {
            // the rest is not offered
        }
    }

    private void add(String known, URL url) throws IOException, URISyntaxException {
        if (url.openConnection() instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                file.stream().forEach(entry -> add(known, entry.getName()));
            }
        } else if (url.getProtocol().equals("file")) {
            addFolder(known, Path.of(url.toURI()));
        }
    }

    private void addFolder(String known, Path file) throws IOException {
        Path root = file;
        for (int i = Path.of(known).getNameCount(); i > 0; i--) {
            root = root.getParent();
        }
        Path folder = root;
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(one -> add(known, folder.relativize(one).toString().replace('\\', '/')));
        }
    }

    /** Adds a class of a library, if it is in the packages of the library. */
    private void add(String known, String file) {
        String root = known.substring(0, known.indexOf('/') + 1);
        int slash = file.lastIndexOf('/');
        if (file.startsWith(root) && isClass(file.substring(slash + 1))) {
            String name = file.substring(0, slash).replace('/', '.');
            if (!(name + ".").contains(".internal.")) {
                libraries.computeIfAbsent(name, any -> new TreeSet<>()).add(simple(file.substring(slash + 1)));
            }
        }
    }

    private static boolean isClass(String file) {
        return file.endsWith(CLASS) && file.indexOf('$') < 0 && file.indexOf('-') < 0;
    }

    private static String simple(String file) {
        return file.substring(0, file.length() - CLASS.length());
    }

    /** Returns the names of the classes of a package, public or not, in order; none if the package does not exist. */
    static SortedSet<String> classes(String name) {
        return Made.INDEX.in(name);
    }

    SortedSet<String> in(String name) {
        SortedSet<String> own = libraries.get(name);
        if (own != null) {
            return own;
        }
        return modules.containsKey(name) ? read.computeIfAbsent(name, this::read) : new TreeSet<>();
    }

    private SortedSet<String> read(String name) {
        Path folder = Path.of(URI.create("jrt:/" + modules.get(name) + "/" + name.replace('.', '/')));
        SortedSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String last = file.getFileName().toString();
                if (isClass(last)) {
                    names.add(simple(last));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return names; // the readable part
        }
        return names;
    }

    /** Returns the names that may follow a beginning such as {@code java.}, which ends with a dot or is empty, in order. */
    static SortedSet<String> below(String beginning) {
        SortedSet<String> names = new TreeSet<>();
        for (NavigableMap<String, ?> some : List.of(Made.INDEX.libraries, Made.INDEX.modules)) {
            for (String name : some.tailMap(beginning, false).keySet()) {
                if (!name.startsWith(beginning)) {
                    break;
                }
                int dot = name.indexOf('.', beginning.length());
                names.add(name.substring(beginning.length(), dot < 0 ? name.length() : dot));
            }
        }
        return names;
    }

    /**
     * Returns the packages of Java, and those of Groovy that need an import, whose classes are often searched for by their simple names.
     */
    static List<String> usual() {
        List<String> usual = new ArrayList<>();
        Made.INDEX.modules.forEach((name, module) -> {
            if (module.equals("java.base") && name.startsWith("java.")) {
                usual.add(name);
            }
        });
        usual.addAll(List.of("groovy.json", "groovy.time"));
        return usual;
    }
}
