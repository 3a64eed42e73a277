package ehpc.script.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** The expressions whose values a method returns: those of return statements, and of its last statement. */
final class ReturnedValues extends CodeVisitorSupport {

    private final List<Expression> values = new ArrayList<>();

    private ReturnedValues() {}

    static List<Expression> by(MethodNode method) {
        ReturnedValues returned = new ReturnedValues();
        method.getCode().visit(returned);
        returned.last(method.getCode());
        return returned.values;
    }

    private void last(Statement statement) {
        if (statement instanceof BlockStatement block && !block.isEmpty()) {
            last(block.getStatements().get(block.getStatements().size() - 1));
        } else if (statement instanceof IfStatement choice) {
            last(choice.getIfBlock());
            last(choice.getElseBlock());
        } else if (statement instanceof ExpressionStatement expression) {
            values.add(expression.getExpression());
        }
    }

    @Override
    public void visitReturnStatement(ReturnStatement statement) {
        values.add(statement.getExpression());
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        // A closure has its own return values.
    }
}
