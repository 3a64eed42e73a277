package ehpc.script.internal.typecheck;

import java.util.HashSet;
import java.util.Set;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** The expressions with reported errors. */
final class ReportedExpressions {

    private final Set<Expression> broken = new HashSet<>();

    void add(Expression expression) {
        broken.add(expression);
    }

    boolean contains(Expression expression) {
        return broken.contains(expression);
    }

    /** Returns whether a part of a call was reported, so that an error of the call would only repeat it. */
    boolean isUnder(MethodCallExpression call) {
        if (broken.isEmpty()) {
            return false;
        }
        boolean[] found = {false};
        CodeVisitorSupport search = new CodeVisitorSupport() {
            @Override
            public void visitVariableExpression(VariableExpression variable) {
                found[0] |= contains(variable);
            }

            @Override
            public void visitMethodCallExpression(MethodCallExpression inner) {
                found[0] |= contains(inner);
                super.visitMethodCallExpression(inner);
            }

            @Override
            public void visitPropertyExpression(PropertyExpression property) {
                found[0] |= contains(property);
                super.visitPropertyExpression(property);
            }
        };
        call.getArguments().visit(search);
        if (!call.isImplicitThis()) {
            call.getObjectExpression().visit(search);
        }
        return found[0];
    }
}
