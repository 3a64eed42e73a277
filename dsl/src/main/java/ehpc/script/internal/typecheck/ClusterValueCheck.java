package ehpc.script.internal.typecheck;

import ehpc.dsl.ClusterValue;
import ehpc.dsl.RunDsl;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import java.util.function.Function;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;

/** Checks the words after a cluster that is a value: {@code c.run('hostname').on(c.nodes)}. */
final class ClusterValueCheck extends CodeVisitorSupport {

    private static final ClassNode VALUE = ClassHelper.make(ClusterValue.class);
    private static final ClassNode RUN = ClassHelper.make(RunDsl.class);

    private final Function<Expression, ClassNode> types;
    private final ApiCheck.Report report;

    ClusterValueCheck(Function<Expression, ClassNode> types, ApiCheck.Report report) {
        this.types = types;
        this.report = report;
    }

    /** Reports a declaration, which needs a block. */
    void selected(Expression call, MethodNode target) {
        if (target.getName().equals("postScript")
                && call instanceof MethodCallExpression expression
                && !expression.isImplicitThis()
                && types.apply(expression.getObjectExpression()).equals(VALUE)) {
            String message = "'postScript' must be in a block: cluster('ehpc-hz-...') { postScript '...' }";
            report.error(expression, expression.getMethod(), Finding.of(Rule.PLACE, message));
        }
    }

    /** Reports statements without nodes. */
    void check(MethodNode method) {
        if (method.getCode() != null) {
            method.getCode().visit(this);
        }
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        if (statement.getExpression() instanceof MethodCallExpression last
                && isOfValue(last)
                && types.apply(last).equals(RUN)) {
            String message = "'run' after a value has no nodes; add: .on(c.nodes)";
            report.error(last, last.getMethod(), Finding.of(Rule.NO_NODES, message));
        }
        super.visitExpressionStatement(statement);
    }

    /** Returns whether a chain of calls begins with the {@code run} of a value. */
    static boolean isOfValue(MethodCallExpression last) {
        Expression here = last;
        while (here instanceof MethodCallExpression call && !call.isImplicitThis()) {
            if ("run".equals(call.getMethodAsString())) {
                return true;
            }
            here = call.getObjectExpression();
        }
        return false;
    }
}
