package ehpc.script.internal.syntax;

import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.SynchronizedStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.control.SourceUnit;

/** Synchronizes the statements that change variables which branches of {@code parallel} share. */
final class SynchronizedUpdates extends ClassCodeVisitorSupport {

    private final SourceUnit unit;
    private final Set<Statement> changing;

    SynchronizedUpdates(SourceUnit unit, Set<Statement> changing) {
        this.unit = unit;
        this.changing = changing;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    private Statement guarded(Statement statement) {
        if (!changing.contains(statement)) {
            return statement;
        }
        MethodCallExpression lock = new MethodCallExpression(
                VariableExpression.THIS_EXPRESSION, "$changes", MethodCallExpression.NO_ARGUMENTS);
        SynchronizedStatement guarded = new SynchronizedStatement(lock, statement);
        guarded.setSourcePosition(statement);
        return guarded;
    }

    @Override
    public void visitBlockStatement(BlockStatement block) {
        super.visitBlockStatement(block);
        block.getStatements().replaceAll(this::guarded);
    }

    @Override
    public void visitIfElse(IfStatement choice) {
        super.visitIfElse(choice);
        choice.setIfBlock(guarded(choice.getIfBlock()));
        choice.setElseBlock(guarded(choice.getElseBlock()));
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        super.visitForLoop(loop);
        loop.setLoopBlock(guarded(loop.getLoopBlock()));
    }

    @Override
    public void visitWhileLoop(WhileStatement loop) {
        super.visitWhileLoop(loop);
        loop.setLoopBlock(guarded(loop.getLoopBlock()));
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement loop) {
        super.visitDoWhileLoop(loop);
        loop.setLoopBlock(guarded(loop.getLoopBlock()));
    }
}
