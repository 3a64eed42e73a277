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

    private void uncertain(Runnable visit) {
        uncertain++;
        visit.run();
        uncertain--;
    }

    private void uncertain(Statement statement) {
        uncertain(() -> statement.visit(this));
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        uncertain(() -> super.visitClosureExpression(closure));
    }

    @Override
    public void visitIfElse(IfStatement choice) {
        choice.getBooleanExpression().visit(this);
        uncertain(choice.getIfBlock());
        uncertain(choice.getElseBlock());
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        loop.getCollectionExpression().visit(this);
        uncertain(loop.getLoopBlock());
    }

    @Override
    public void visitWhileLoop(WhileStatement loop) {
        loop.getBooleanExpression().visit(this);
        uncertain(loop.getLoopBlock());
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement loop) {
        uncertain(loop.getLoopBlock());
        loop.getBooleanExpression().visit(this);
    }

    @Override
    public void visitCaseStatement(CaseStatement choice) {
        choice.getExpression().visit(this);
        uncertain(choice.getCode());
    }

    @Override
    public void visitCatchStatement(CatchStatement statement) {
        uncertain(statement.getCode());
    }
}
