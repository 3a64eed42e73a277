package ehpc.script.internal.session;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/** The names in a method that are not defined in it. */
final class FreeNames extends CodeVisitorSupport {

    private final MethodNode method;
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> assigned = new HashSet<>();
    private final Set<Expression> places = Collections.newSetFromMap(new IdentityHashMap<>());

    private FreeNames(MethodNode method) {
        this.method = method;
    }

    static FreeNames of(MethodNode method) {
        FreeNames names = new FreeNames(method);
        method.getCode().visit(names);
        for (Parameter parameter : method.getParameters()) {
            if (parameter.hasInitialExpression()) {
                parameter.getInitialExpression().visit(names);
            }
        }
        return names;
    }

    /** Returns the names that are read, assigned or called. */
    Set<String> used() {
        return used;
    }

    /** Returns the names that are assigned. */
    Set<String> assigned() {
        return assigned;
    }

    private static boolean isFree(VariableExpression variable) {
        Variable accessed = variable.getAccessedVariable();
        return !variable.isThisExpression()
                && !variable.isSuperExpression()
                && !(accessed instanceof VariableExpression)
                && !(accessed instanceof Parameter)
                && !(accessed instanceof FieldNode);
    }

    private void use(String name, Expression place) {
        used.add(name);
        places.add(place);
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        if (isFree(variable)) {
            use(variable.getName(), variable);
        }
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        if (call.isImplicitThis() && call.getMethod() instanceof ConstantExpression name) {
            use(name.getText(), call);
        }
        super.visitMethodCallExpression(call);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression operation) {
        if (Types.ofType(operation.getOperation().getType(), Types.ASSIGNMENT_OPERATOR)) {
            Expression left = operation.getLeftExpression();
            if (left instanceof TupleExpression several) {
                several.getExpressions().forEach(this::assign);
            } else {
                assign(left);
            }
        }
        super.visitBinaryExpression(operation);
    }

    @Override
    public void visitPostfixExpression(PostfixExpression expression) {
        assign(expression.getExpression());
        super.visitPostfixExpression(expression);
    }

    @Override
    public void visitPrefixExpression(PrefixExpression expression) {
        assign(expression.getExpression());
        super.visitPrefixExpression(expression);
    }

    private void assign(Expression left) {
        if (left instanceof VariableExpression variable && isFree(variable)) {
            assigned.add(variable.getName());
        }
    }

    /** Renames some of them, at the positions where they were found. */
    void rename(Set<String> names, String ending) {
        ClassCodeExpressionTransformer renaming = new ClassCodeExpressionTransformer() {
            @Override
            protected SourceUnit getSourceUnit() {
                return null;
            }

            @Override
            public Expression transform(Expression expression) {
                if (expression instanceof ClosureExpression closure) {
                    closure.getCode().visit(this);
                    return closure;
                }
                if (expression instanceof VariableExpression variable
                        && places.contains(variable)
                        && names.contains(variable.getName())) {
                    return renamed(variable.getName() + ending, variable);
                }
                if (expression instanceof MethodCallExpression call
                        && places.contains(call)
                        && names.contains(call.getMethodAsString())) {
                    return called(call, (MethodCallExpression) super.transform(call), ending);
                }
                return super.transform(expression);
            }
        };
        method.getCode().visit(renaming);
    }

    private static VariableExpression renamed(String name, Expression place) {
        VariableExpression other = new VariableExpression(name);
        other.setSourcePosition(place);
        return other;
    }

    private static Expression called(MethodCallExpression written, MethodCallExpression inner, String ending) {
        MethodCallExpression call = new MethodCallExpression(
                renamed(written.getMethodAsString() + ending, written.getMethod()), "call", inner.getArguments());
        call.getMethod().setSourcePosition(written.getMethod());
        call.setImplicitThis(false);
        call.setSourcePosition(written);
        return call;
    }
}
