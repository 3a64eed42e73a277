package ehpc.script.internal.read;

import ehpc.script.internal.source.Findings;
import ehpc.script.internal.source.ScriptNames;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Reads a script before its types are checked, and makes the findings known to the type checker's extension. */
public final class ScriptCustomizer extends CompilationCustomizer {

    private final Findings findings;

    public ScriptCustomizer(Findings findings) {
        super(CompilePhase.CANONICALIZATION);
        this.findings = findings;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        if (!ScriptNames.isFile(source.getName())) {
            return;
        }
        findings.attach(source);
        if (classNode.isScript()) {
            new Slips(source, findings).visitClass(classNode);
            new ScriptReader(source, classNode, findings).read();
        }
        new Loosening(source).visitClass(classNode);
        new Exits(source).visitClass(classNode);
    }
}
