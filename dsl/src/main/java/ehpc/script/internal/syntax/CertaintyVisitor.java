package ehpc.script.internal.syntax;

import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.stmt.CaseStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;

/** Visits a script, and tracks whether the current code always runs if its method runs. */
abstract class CertaintyVisitor extends ClassCodeVisitorSupport {

    private int uncertain;

    /** Returns whether the current code is in no condition, loop or closure. */
    final boolean isCertain() {
        return uncertain == 0;
    }

    private void perhaps(Runnable looking) {
        uncertain++;
        looking.run();
        uncertain--;
    }

    private void perhaps(Statement statement) {
        perhaps(() -> statement.visit(this));
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        perhaps(() -> super.visitClosureExpression(closure));
    }

    @Override
    public void visitIfElse(IfStatement choice) {
        choice.getBooleanExpression().visit(this);
        perhaps(choice.getIfBlock());
        perhaps(choice.getElseBlock());
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        loop.getCollectionExpression().visit(this);
        perhaps(loop.getLoopBlock());
    }

    @Override
    public void visitWhileLoop(WhileStatement loop) {
        loop.getBooleanExpression().visit(this);
        perhaps(loop.getLoopBlock());
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement loop) {
        perhaps(loop.getLoopBlock());
        loop.getBooleanExpression().visit(this);
    }

    @Override
    public void visitCaseStatement(CaseStatement choice) {
        choice.getExpression().visit(this);
        perhaps(choice.getCode());
    }

    @Override
    public void visitCatchStatement(CatchStatement statement) {
        perhaps(statement.getCode());
    }
}
