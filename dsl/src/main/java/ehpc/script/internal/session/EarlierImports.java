package ehpc.script.internal.session;

import ehpc.script.internal.diagnostics.ScriptNames;
import ehpc.script.internal.symbols.KnownImport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Adds the imports of earlier entries to an entry; its own come first. */
public final class EarlierImports extends CompilationCustomizer {

    private static final Object MARK = new Object();

    private final List<KnownImport> earlier;
    private final Map<String, Class<?>> classes;

    /**
     * @param classes the classes of earlier entries, which take precedence over package imports
     */
    public EarlierImports(List<KnownImport> earlier, Map<String, Class<?>> classes) {
        super(CompilePhase.CONVERSION);
        this.earlier = earlier;
        this.classes = classes;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        ModuleNode module = source.getAST();
        boolean entry = ScriptNames.isFile(source.getName()) && module.getNodeMetaData(MARK) == null;
        if (entry) {
            module.putNodeMetaData(MARK, true);
            earlier.forEach(one -> add(one, module));
            classes.forEach((name, known) -> {
                if (!name.contains("$") && module.getImport(name) == null && !defines(module, name)) {
                    module.addImport(name, ClassHelper.make(known));
                }
            });
        }
    }

    private static void add(KnownImport one, ModuleNode module) {
        if (one.isPackage()) {
            module.addStarImport(one.type());
        } else if (one.member().equals("*")) {
            module.addStaticStarImport(one.type(), ClassHelper.make(one.type()));
        } else if (one.isStatic()) {
            if (!module.getStaticImports().containsKey(one.alias())) {
                module.addStaticImport(ClassHelper.make(one.type()), one.member(), one.alias());
            }
        } else if (module.getImport(one.alias()) == null && !defines(module, one.alias())) {
            module.addImport(one.alias(), ClassHelper.make(one.type()));
        }
    }

    private static boolean defines(ModuleNode module, String name) {
        return module.getClasses().stream().anyMatch(type -> type.getName().equals(name));
    }

    /** Returns the imports written in an entry. */
    public static List<KnownImport> written(ModuleNode module) {
        List<KnownImport> written = new ArrayList<>();
        for (ImportNode one : module.getImports()) {
            add(one, new KnownImport(one.getClassName(), "", one.getAlias()), written);
        }
        for (ImportNode one : module.getStarImports()) {
            add(one, new KnownImport(one.getPackageName(), "", ""), written);
        }
        for (ImportNode one : module.getStaticImports().values()) {
            add(one, new KnownImport(one.getClassName(), one.getFieldName(), one.getAlias()), written);
        }
        for (ImportNode one : module.getStaticStarImports().values()) {
            add(one, new KnownImport(one.getClassName(), "*", ""), written);
        }
        return written;
    }

    private static void add(ImportNode node, KnownImport one, List<KnownImport> written) {
        if (node.getLineNumber() > 0) {
            written.add(one);
        }
    }
}
