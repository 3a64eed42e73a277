package ehpc.script.internal.typecheck;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;

/**
 * The calls before the dot of another call, so that each is checked once. If the type checker finds no method, it looks for a property of
 * that name, and checks everything before the dot again: a chain of twenty calls on a value of unknown type would be checked a million
 * times.
 */
final class Receivers {

    private final Set<MethodCall> awaited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<MethodCall> checked = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Returns whether a call was checked as the receiver of one that is being checked. */
    boolean isChecked(MethodCall call) {
        return checked.contains(call);
    }

    /** Begins the check of a call: its receiver must be checked again, because types may have changed. */
    void begin(MethodCall call) {
        receiver(call).ifPresent(receiver -> {
            checked.remove(receiver);
            awaited.add(receiver);
        });
    }

    /** Ends the check of a call. */
    void end(MethodCall call) {
        receiver(call).ifPresent(checked::remove);
        if (awaited.remove(call)) {
            checked.add(call);
        }
    }

    private static Optional<MethodCallExpression> receiver(MethodCall call) {
        return call instanceof MethodCallExpression expression
                ? receiver(expression.getObjectExpression())
                : Optional.empty();
    }

    private static Optional<MethodCallExpression> receiver(Expression before) {
        Expression here = before;
        while (!(here instanceof MethodCallExpression)) {
            if (here instanceof PropertyExpression property) {
                here = property.getObjectExpression();
            } else if (here instanceof BinaryExpression operation) {
                here = operation.getLeftExpression();
            } else {
                return Optional.empty();
            }
        }
        return Optional.of((MethodCallExpression) here);
    }
}
