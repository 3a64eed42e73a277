package ehpc.dsl;

import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovySystem;
import groovy.lang.MetaMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.codehaus.groovy.reflection.CachedClass;
import org.codehaus.groovy.runtime.m12n.ExtensionModuleScanner;
import org.codehaus.groovy.runtime.m12n.SimpleExtensionModule;
import org.codehaus.groovy.runtime.metaclass.MetaClassRegistryImpl;

/**
 * The words after numbers, and the operators of node sets and results, as a Groovy extension module. It is registered explicitly, because
 * all modules have a descriptor of the same name, of which a shaded jar keeps only one.
 */
public final class ExtensionMethods {

    private static final URL DESCRIPTOR = ExtensionMethods.class.getResource("extension-methods.properties");

    static {
        register();
    }

    private ExtensionMethods() {}

    /** Registers the methods for calls bound at run time. */
    static void install() {
        // Done by the initialization of this class.
    }

    /**
     * Groovy accepts a module name once. A second copy of the library, in another class loader, registers the methods of its own types
     * under another name; numbers, which both copies share, keep the methods of the first one.
     */
    private static void register() {
        Properties module = new Properties();
        try (InputStream text = DESCRIPTOR.openStream()) {
            module.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (GroovySystem.getMetaClassRegistry() instanceof MetaClassRegistryImpl registry) {
            String name = module.getProperty("moduleName");
            boolean ofAnotherCopy = registry.getModuleRegistry().getModule(name) instanceof SimpleExtensionModule known
                    && !known.getInstanceMethodsExtensionClasses().contains(NodeSets.class);
            if (ofAnotherCopy) {
                module.setProperty("moduleName", name + " of " + ExtensionMethods.class.getClassLoader());
                String own = module.getProperty("extensionClasses").replace(Numbers.class.getName() + ",", "");
                module.setProperty("extensionClasses", own);
            }
            Map<CachedClass, List<MetaMethod>> methods = new HashMap<>();
            registry.registerExtensionModuleFromProperties(module, ExtensionMethods.class.getClassLoader(), methods);
            methods.forEach(CachedClass::addNewMopMethods);
        }
    }

    /** Returns a class loader in which the type checker finds the methods. */
    public static GroovyClassLoader visible(ClassLoader parent) {
        return new Visible(parent);
    }

    private static final class Visible extends GroovyClassLoader {

        Visible(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            Enumeration<URL> found = super.getResources(name);
            if (!name.equals(ExtensionModuleScanner.MODULE_META_INF_FILE)) {
                return found;
            }
            List<URL> all = new ArrayList<>(Collections.list(found));
            all.add(DESCRIPTOR);
            return Collections.enumeration(all);
        }
    }
}
