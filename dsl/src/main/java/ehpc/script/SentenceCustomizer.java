package ehpc.script;

import java.util.List;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Reads the sentences of a script before its types are checked. */
final class SentenceCustomizer extends CompilationCustomizer {

    private final Source script;
    private final List<ScriptProblem> problems;

    /**
     * @param problems gets what is wrong; unlike the compiler's own errors these do not keep it from going on to the types
     */
    SentenceCustomizer(Source script, List<ScriptProblem> problems) {
        super(CompilePhase.CANONICALIZATION);
        this.script = script;
        this.problems = problems;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        if (classNode.isScript()) {
            new Sentences(source, script, problems).visitClass(classNode);
        }
    }
}
