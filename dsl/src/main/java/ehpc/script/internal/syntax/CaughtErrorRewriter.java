package ehpc.script.internal.syntax;

import ehpc.dsl.CaughtErrors;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/**
 * Lets {@code catch (e)} read {@code e.code} and the other properties of an error of the service, although {@code e} may be another exception
 * when the script runs.
 */
final class CaughtErrorRewriter extends ClassCodeExpressionTransformer {

    private static final ClassNode ERRORS = ClassHelper.make(CaughtErrors.class);
    /** The types that an error of the service has, too. */
    private static final Set<String> WIDE =
            Set.of("java.lang.Object", "java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException");

    private final SourceUnit unit;
    private final Set<Variable> caught = Collections.newSetFromMap(new IdentityHashMap<>());

    CaughtErrorRewriter(SourceUnit unit) {
        this.unit = unit;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public void visitCatchStatement(CatchStatement statement) {
        if (WIDE.contains(statement.getVariable().getType().getName())) {
            caught.add(statement.getVariable());
        }
        super.visitCatchStatement(statement);
    }

    @Override
    public Expression transform(Expression expression) {
        if (expression instanceof ClosureExpression closure) {
            closure.visit(this);
            return closure;
        }
        if (expression instanceof BinaryExpression assignment
                && Types.ofType(assignment.getOperation().getType(), Types.ASSIGNMENT_OPERATOR)
                && assignment.getLeftExpression() instanceof PropertyExpression) {
            assignment.setRightExpression(transform(assignment.getRightExpression()));
            return assignment;
        }
        return expression instanceof PropertyExpression property && isOfCaught(property)
                ? reading(property)
                : expression == null ? null : super.transform(expression);
    }

    private boolean isOfCaught(PropertyExpression property) {
        return property.getObjectExpression() instanceof VariableExpression variable
                && caught.contains(variable.getAccessedVariable())
                && property.getPropertyAsString() != null
                && CaughtErrors.hasProperty(property.getPropertyAsString());
    }

    private static Expression reading(PropertyExpression property) {
        MethodCallExpression call = new MethodCallExpression(
                new ClassExpression(ERRORS),
                "property",
                new ArgumentListExpression(
                        property.getObjectExpression(), new ConstantExpression(property.getPropertyAsString())));
        call.setImplicitThis(false);
        call.setSourcePosition(property);
        call.getObjectExpression().setSourcePosition(property);
        call.getMethod().setSourcePosition(property.getProperty());
        return call;
    }
}
