package ehpc.script.internal.syntax;

import ehpc.dsl.ProcessExit;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;

/** Replaces calls that end the process, so that they end only the script: the process belongs to the program that runs it. */
final class ExitRewriter extends ClassCodeExpressionTransformer {

    private static final ClassNode EXIT = ClassHelper.make(ProcessExit.class);
    private static final ClassNode SYSTEM = ClassHelper.make(System.class);

    private final SourceUnit unit;

    ExitRewriter(SourceUnit unit) {
        this.unit = unit;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public Expression transform(Expression expression) {
        if (expression instanceof ClosureExpression closure) {
            closure.visit(this);
            return closure;
        }
        if (expression instanceof MethodCallExpression call) {
            call(call);
        }
        if (expression instanceof StaticMethodCallExpression call
                && call.getOwnerType().equals(SYSTEM)
                && ProcessExit.isName(call.getMethod())) {
            call.setOwnerType(EXIT); // imported statically
        }
        if (expression instanceof MethodPointerExpression pointer && isSuspect(pointer)) {
            return made("pointer", pointer, transform(pointer.getExpression()), transform(pointer.getMethodName()));
        }
        return expression == null ? null : super.transform(expression);
    }

    private static boolean isSuspect(MethodPointerExpression pointer) {
        String name = constant(pointer.getMethodName());
        return name == null || ProcessExit.isName(name);
    }

    private static String constant(Expression name) {
        return name instanceof ConstantExpression text ? text.getText() : null;
    }

    private static void call(MethodCallExpression call) {
        Expression receiver = call.getObjectExpression();
        String name = call.getMethodAsString();
        boolean system =
                receiver instanceof ClassExpression type && type.getType().equals(SYSTEM);
        if (system && name != null && ProcessExit.isName(name)) {
            ClassExpression exit = new ClassExpression(EXIT);
            exit.setSourcePosition(receiver);
            call.setObjectExpression(exit);
            return;
        }
        boolean suspect = name == null || ProcessExit.isName(name) || name.equals("invokeMethod");
        boolean own = call.isImplicitThis()
                || receiver instanceof VariableExpression variable
                        && (variable.isThisExpression() || variable.isSuperExpression());
        boolean otherClass = receiver instanceof ClassExpression && !system;
        if (suspect && !own && !otherClass) {
            call.setObjectExpression(made(call.isSpreadSafe() ? "receivers" : "receiver", receiver, receiver));
        }
    }

    private static Expression made(String method, Expression place, Expression... given) {
        MethodCallExpression call =
                new MethodCallExpression(new ClassExpression(EXIT), method, new ArgumentListExpression(given));
        call.setImplicitThis(false);
        call.setSourcePosition(place);
        call.getObjectExpression().setSourcePosition(place);
        call.getMethod().setSourcePosition(place);
        return call;
    }
}
