package ehpc.script.internal.compile;

import ehpc.api.Catalogue;
import ehpc.dsl.EhpcScript;
import ehpc.dsl.EntryScript;
import ehpc.script.internal.diagnostics.ScriptNames;
import ehpc.script.internal.symbols.ScriptClassLoader;
import ehpc.script.internal.symbols.SymbolTable;
import java.util.Map;
import java.util.Optional;

/**
 * The context in which a script is compiled.
 *
 * @param className the name of its class
 * @param parent the loader of the classes that it may use
 * @param context the symbols of earlier entries; empty for a script file
 * @param catalogue the operations of the service
 */
public record CompilationContext(
        String className, ClassLoader parent, Optional<SymbolTable> context, Catalogue catalogue) {

    /** Returns the context of a script in a file. */
    public static CompilationContext file(Catalogue catalogue) {
        return new CompilationContext(
                ScriptNames.CLASS, EhpcScript.class.getClassLoader(), Optional.empty(), catalogue);
    }

    public static CompilationContext of(SymbolTable context) {
        ClassLoader known =
                new ScriptClassLoader(Map.of(), context.visibleClasses(), EhpcScript.class.getClassLoader());
        return new CompilationContext(
                ScriptNames.CLASS + context.number(), known, Optional.of(context), context.catalogue());
    }

    /** Returns a loader of the compiled classes; they take precedence over earlier ones. */
    ClassLoader loader(Map<String, byte[]> classes) {
        Map<String, Class<?>> before = context.map(SymbolTable::visibleClasses).orElse(Map.of());
        return new ScriptClassLoader(classes, before, EhpcScript.class.getClassLoader());
    }

    /** Returns the name of the text in stack traces and in the compiler. */
    public String file() {
        return ScriptNames.file(className);
    }

    Class<?> baseClass() {
        return context.isPresent() ? EntryScript.class : EhpcScript.class;
    }
}
