package ehpc.script.internal.syntax;

import java.util.function.Consumer;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.SwitchStatement;
import org.codehaus.groovy.syntax.Types;

/** Finds the expressions of a statement whose values are not used. */
final class UnusedValues {

    private UnusedValues() {}

    /** Passes on each expression that may be the value of a statement: those after a condition, and those of a switch with arrows. */
    static void in(Expression expression, Consumer<Expression> taker) {
        if (expression instanceof TernaryExpression choice) {
            in(choice.getTrueExpression(), taker);
            in(choice.getFalseExpression(), taker);
        } else if (expression instanceof BinaryExpression condition
                && Types.ofType(condition.getOperation().getType(), Types.LOGICAL_OPERATOR)) {
            in(condition.getRightExpression(), taker);
        } else if (arrowSwitch(expression) instanceof SwitchStatement choice) {
            choice.visit(new CodeVisitorSupport() {
                @Override
                public void visitReturnStatement(ReturnStatement statement) {
                    in(statement.getExpression(), taker);
                }

                @Override
                public void visitClosureExpression(ClosureExpression closure) {
                    // A closure has its own return values.
                }
            });
        } else {
            taker.accept(expression);
        }
    }

    /** Returns the switch with arrows of a statement: the compiler turns it into a closure that is called at once. */
    private static Statement arrowSwitch(Expression expression) {
        if (expression instanceof MethodCallExpression call
                && call.getObjectExpression() instanceof ClosureExpression closure
                && closure.getCode() instanceof BlockStatement block
                && !block.isEmpty()) {
            return block.getStatements().get(block.getStatements().size() - 1);
        }
        return null;
    }
}
