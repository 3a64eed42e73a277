package ehpc.script.internal.syntax;

import ehpc.api.Catalogue;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.diagnostics.ScriptNames;
import ehpc.script.internal.session.EntryDeclarations;
import java.lang.reflect.Modifier;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Checks a script before its types are checked, and attaches the findings for the extension of the type checker. */
public final class ScriptCustomizer extends CompilationCustomizer {

    private final Findings findings;
    private final Catalogue catalogue;

    public ScriptCustomizer(Findings findings, Catalogue catalogue) {
        super(CompilePhase.CANONICALIZATION);
        this.findings = findings;
        this.catalogue = catalogue;
    }

    /** Returns the catalogue that a script is checked against. */
    public static Catalogue catalogue(SourceUnit source) {
        return source.getAST().getNodeMetaData(Catalogue.class);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        if (!ScriptNames.isFile(source.getName())) {
            return;
        }
        findings.attach(source);
        source.getAST().putNodeMetaData(Catalogue.class, catalogue);
        if (classNode.isScript()) {
            new LintChecks(source, findings).visitClass(classNode);
            new OwnThreads(source, VariableUsage.of(classNode), findings).visitClass(classNode);
            new ScriptReader(source, classNode, findings, new Literals(findings, catalogue)).read();
            share(source, classNode);
        }
        new LiteralWidening(source).visitClass(classNode);
        new ExitRewriter(source).visitClass(classNode);
        new CaughtErrorRewriter(source).visitClass(classNode);
    }

    /** A method of an entry may be called in {@code parallel} by a later one. */
    private void share(SourceUnit source, ClassNode script) {
        SharedVariables variables = SharedVariables.of(source, script, findings);
        if (!variables.isParallel() && EntryDeclarations.of(source).isEmpty()) {
            return;
        }
        new SynchronizedUpdates(source, variables.changing()).visitClass(script);
        if (!variables.names().isEmpty()) {
            Expression names = new ListExpression(variables.names().stream()
                    .<Expression>map(ConstantExpression::new)
                    .toList());
            ClassNode type = ClassHelper.SET_TYPE.getPlainNodeReference();
            script.addMethod(
                    "$shared",
                    Modifier.PROTECTED,
                    type,
                    Parameter.EMPTY_ARRAY,
                    ClassNode.EMPTY_ARRAY,
                    new ReturnStatement(new CastExpression(type, names)));
        }
    }
}
