package ehpc.script.internal.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/** The values assigned to each variable of a script, and the variables that are read. */
final class VariableUsage extends CodeVisitorSupport {

    private final Set<Variable> read = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Variable, List<Expression>> assigned = new IdentityHashMap<>();
    private final Map<String, List<MethodCallExpression>> calls = new HashMap<>();

    private VariableUsage() {}

    static VariableUsage of(ClassNode script) {
        VariableUsage usage = new VariableUsage();
        for (MethodNode method : script.getMethods()) {
            if (method.getCode() != null) {
                method.getCode().visit(usage);
            }
        }
        return usage;
    }

    boolean isRead(VariableExpression declared) {
        return read.contains(declared);
    }

    /** Returns every expression that is assigned to a variable. */
    List<Expression> assigned(VariableExpression variable) {
        return assigned.getOrDefault(variable.getAccessedVariable(), List.of());
    }

    /** Returns the calls of a method by its bare name. */
    List<MethodCallExpression> calls(String method) {
        return calls.getOrDefault(method, List.of());
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        if (call.isImplicitThis() && call.getMethodAsString() != null) {
            calls.computeIfAbsent(call.getMethodAsString(), name -> new ArrayList<>())
                    .add(call);
        }
        super.visitMethodCallExpression(call);
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        visitBinaryExpression(declaration);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression expression) {
        boolean variable = expression.getLeftExpression() instanceof VariableExpression;
        if (variable && Types.ofType(expression.getOperation().getType(), Types.ASSIGNMENT_OPERATOR)) {
            VariableExpression left = (VariableExpression) expression.getLeftExpression();
            boolean plain = expression.getOperation().getType() == Types.ASSIGN;
            // x += y assigns x + y: the complete expression represents that.
            assigned.computeIfAbsent(left.getAccessedVariable(), v -> new ArrayList<>())
                    .add(plain ? expression.getRightExpression() : expression);
            expression.getRightExpression().visit(this);
        } else {
            super.visitBinaryExpression(expression);
        }
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        if (variable.getAccessedVariable() != null) {
            read.add(variable.getAccessedVariable());
        }
    }
}
