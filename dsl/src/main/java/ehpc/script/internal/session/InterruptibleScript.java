package ehpc.script.internal.session;

import ehpc.script.internal.diagnostics.ScriptNames;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Makes a script file stop when its thread is interrupted, as entries do. */
public final class InterruptibleScript extends CompilationCustomizer {

    /** Runs after type checking. */
    public InterruptibleScript() {
        super(CompilePhase.INSTRUCTION_SELECTION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (ScriptNames.isFile(source.getName())) {
            new InterruptChecks(source, false).visitClass(type);
            AwaitedThreads.prepare(source, type);
        }
    }
}
