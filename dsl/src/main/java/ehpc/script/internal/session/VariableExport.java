package ehpc.script.internal.session;

import ehpc.script.internal.diagnostics.ScriptNames;
import ehpc.script.internal.symbols.KnownMethod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.VariableScope;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Makes an entry keep its declarations, after its types have been checked: each top-level variable has a reference of its own, which is
 * passed to the session, and an earlier variable keeps its reference; a method first checks whether a later entry has redefined it. Loops and
 * blocks check whether the entry is interrupted.
 */
public final class VariableExport extends CompilationCustomizer {

    private final EntryDeclarations declared;

    public VariableExport(EntryDeclarations declared) {
        super(CompilePhase.INSTRUCTION_SELECTION);
        this.declared = declared;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (!ScriptNames.isFile(source.getName())) {
            return;
        }
        new InterruptChecks(source, true).visitClass(type);
        AwaitedThreads.prepare(source, type);
        if (!type.isScript()) {
            return;
        }
        for (MethodNode method : type.getMethods()) {
            if (method.getCode() != null && !EarlierMethods.isOne(method)) {
                method.getCode().visit(new BlockAssignments(declared));
                method.setCode(block(method));
            }
        }
    }

    private Statement block(MethodNode method) {
        List<Statement> statements = new ArrayList<>();
        if (declared.methods().containsKey(method) && !method.isStatic()) {
            statements.add(later(method));
        }
        for (Statement statement : VariableImport.statements(method)) {
            declared.recalled(statement)
                    .ifPresentOrElse(variable -> statements.add(new ImportedVariable(variable)), () -> {
                        if (method.isScriptBody()) {
                            statements.add(InterruptChecks.check());
                        }
                        statements.add(statement);
                    });
            declared.variables(statement).forEach(variable -> statements.add(kept(variable)));
        }
        BlockStatement whole = new BlockStatement(statements, scope(method));
        whole.setSourcePosition(method.getCode());
        return whole;
    }

    private static VariableScope scope(MethodNode method) {
        return method.getCode() instanceof BlockStatement block ? block.getVariableScope() : method.getVariableScope();
    }

    private static Statement kept(VariableExpression variable) {
        variable.setClosureSharedVariable(true);
        VariableExpression place = new VariableExpression(variable);
        place.setUseReferenceDirectly(true);
        return new ExpressionStatement(AstNodes.call("$keep", new ConstantExpression(variable.getName()), place));
    }

    private static Statement later(MethodNode method) {
        ConstantExpression key = new ConstantExpression(KnownMethod.key(method));
        List<Expression> given = Arrays.stream(method.getParameters())
                .<Expression>map(VariableExpression::new)
                .toList();
        Statement call = EarlierMethods.answer(EarlierMethods.latest(key.getText(), given), method.getReturnType());
        BlockStatement block = new BlockStatement();
        block.addStatement(call);
        if (method.isVoidMethod()) {
            block.addStatement(new ReturnStatement(ConstantExpression.NULL));
        }
        return new IfStatement(new BooleanExpression(AstNodes.call("$replaced", key)), block, EmptyStatement.INSTANCE);
    }
}
