package ehpc.script.internal.session;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.control.SourceUnit;

/** Makes loops and blocks check for an interrupt of their thread each time they run. */
final class InterruptChecks extends ClassCodeVisitorSupport {

    private static final String CHECK = "$checkInterrupt";

    private final SourceUnit unit;
    private final boolean entry;

    /**
     * @param entry whether it is an entry of a shell
     */
    InterruptChecks(SourceUnit unit, boolean entry) {
        this.unit = unit;
        this.entry = entry;
    }

    /** Returns a statement that checks for an interrupt in an entry of a shell. */
    static Statement check() {
        return new ExpressionStatement(AstNodes.onClass(CHECK));
    }

    private Statement check(ASTNode place) {
        if (entry) {
            return check();
        }
        ExpressionStatement check = new ExpressionStatement(AstNodes.onScript(CHECK));
        check.setSourcePosition(place);
        check.getExpression().setSourcePosition(place);
        return check;
    }

    private Statement checking(Statement loop, Statement body) {
        BlockStatement block = new BlockStatement();
        block.addStatement(check(loop));
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
        loop.setLoopBlock(checking(loop, loop.getLoopBlock()));
    }

    @Override
    public void visitWhileLoop(WhileStatement loop) {
        super.visitWhileLoop(loop);
        loop.setLoopBlock(checking(loop, loop.getLoopBlock()));
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement loop) {
        super.visitDoWhileLoop(loop);
        loop.setLoopBlock(checking(loop, loop.getLoopBlock()));
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        super.visitClosureExpression(closure);
        if (closure.getCode() instanceof BlockStatement block) {
            block.getStatements().add(0, check(closure));
        }
    }
}
