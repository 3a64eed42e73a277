package ehpc.script.internal.typecheck;

import ehpc.node.Node;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/** Finds comparisons of a node with a text, which are never equal. */
final class NodeEquality extends CodeVisitorSupport {

    private static final ClassNode NODE = ClassHelper.make(Node.class);
    private static final Set<Integer> OPERATORS = Set.of(Types.COMPARE_EQUAL, Types.COMPARE_NOT_EQUAL);

    private final Function<Expression, ClassNode> types;
    private final ApiCheck.Report report;

    NodeEquality(Function<Expression, ClassNode> types, ApiCheck.Report report) {
        this.types = types;
        this.report = report;
    }

    void check(MethodNode method) {
        if (method.getCode() != null) {
            method.getCode().visit(this);
        }
    }

    @Override
    public void visitBinaryExpression(BinaryExpression expression) {
        super.visitBinaryExpression(expression);
        if (OPERATORS.contains(expression.getOperation().getType())) {
            node(expression.getLeftExpression(), expression.getRightExpression())
                    .or(() -> node(expression.getRightExpression(), expression.getLeftExpression()))
                    .ifPresent(name -> report.error(
                            expression,
                            expression,
                            Finding.of(
                                    Rule.WRONG_TYPE,
                                    "a node never equals a text; compare its name: " + name + ".name "
                                            + expression.getOperation().getText() + " '...'")));
        }
    }

    private Optional<String> node(Expression one, Expression other) {
        boolean text = ClassHelper.isStringType(types.apply(other)) || ClassHelper.isGStringType(types.apply(other));
        return text && types.apply(one).equals(NODE)
                ? Optional.of(one instanceof VariableExpression variable ? variable.getName() : "node")
                : Optional.empty();
    }
}
