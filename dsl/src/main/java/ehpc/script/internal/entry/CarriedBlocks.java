package ehpc.script.internal.entry;

import ehpc.dsl.EhpcScript;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.control.SourceUnit;

/** Hands the blocks of a parallel stream on with what their words speak to ({@link EhpcScript#$carry}), when their types have been checked. */
public final class CarriedBlocks extends ClassCodeVisitorSupport {

    private final SourceUnit unit;

    CarriedBlocks(SourceUnit unit) {
        this.unit = unit;
    }

    /** Notes a call whose blocks other threads run. */
    public static void mark(ASTNode call) {
        call.putNodeMetaData(CarriedBlocks.class, true);
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        super.visitMethodCallExpression(call);
        if (call.getNodeMetaData(CarriedBlocks.class) != null
                && call.getArguments() instanceof ArgumentListExpression given) {
            given.getExpressions().replaceAll(argument -> Made.ofScript("$carry", argument));
        }
    }
}
