package ehpc.script.internal.entry;

import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.control.SourceUnit;

/** Makes loops and blocks look, each time round, whether the thread is told to stop. */
final class Stopping extends ClassCodeVisitorSupport {

    private final SourceUnit unit;

    Stopping(SourceUnit unit) {
        this.unit = unit;
    }

    /** A statement that does so. */
    static Statement look() {
        return new ExpressionStatement(Made.onClass("$goOn"));
    }

    private static Statement looking(Statement body) {
        BlockStatement block = new BlockStatement();
        block.addStatement(look());
        block.addStatement(body);
        return block;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        super.visitForLoop(loop);
        loop.setLoopBlock(looking(loop.getLoopBlock()));
    }

    @Override
    public void visitWhileLoop(WhileStatement loop) {
        super.visitWhileLoop(loop);
        loop.setLoopBlock(looking(loop.getLoopBlock()));
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement loop) {
        super.visitDoWhileLoop(loop);
        loop.setLoopBlock(looking(loop.getLoopBlock()));
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        super.visitClosureExpression(closure);
        if (closure.getCode() instanceof BlockStatement block) {
            block.getStatements().add(0, look());
        }
    }
}
