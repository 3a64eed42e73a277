package ehpc.script.internal.syntax;

import java.util.HashSet;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/** Finds values that cannot be numbers, as far as the text of a script shows; the others are checked at run time. */
final class NumberCheck {

    /** Words whose values are texts. */
    private static final Set<String> TEXTS = Set.of("args", "env");

    private final VariableUsage usage;

    NumberCheck(VariableUsage usage) {
        this.usage = usage;
    }

    boolean canBe(Expression value) {
        return !isText(value, new HashSet<>());
    }

    private boolean isText(Expression value, Set<Variable> asked) {
        if (value instanceof CastExpression cast) {
            return isString(cast.getType());
        }
        if (value instanceof BinaryExpression operation) {
            int type = operation.getOperation().getType();
            return type == Types.LEFT_SQUARE_BRACKET
                    ? isWord(operation.getLeftExpression())
                    : isText(operation.getLeftExpression(), asked) || isText(operation.getRightExpression(), asked);
        }
        if (value instanceof PropertyExpression property) {
            return isWord(property.getObjectExpression());
        }
        if (value instanceof VariableExpression variable && variable.getAccessedVariable() != null) {
            Variable declared = variable.getAccessedVariable();
            return isString(declared.getOriginType())
                    || asked.add(declared) && usage.assigned(variable).stream().anyMatch(given -> isText(given, asked));
        }
        return value instanceof GStringExpression || Literal.text(value).isPresent();
    }

    private static boolean isWord(Expression value) {
        return value instanceof VariableExpression variable && TEXTS.contains(variable.getName());
    }

    private static boolean isString(ClassNode type) {
        return type != null && ClassHelper.isStringType(type);
    }
}
