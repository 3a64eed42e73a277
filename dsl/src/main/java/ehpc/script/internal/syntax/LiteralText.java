package ehpc.script.internal.syntax;

import ehpc.script.internal.symbols.KnownText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/** Finds texts that a script builds only from its own literals, without values from elsewhere. */
final class LiteralText {

    private final VariableUsage usage;
    private final Set<Variable> asked = new HashSet<>();
    private final Set<Variable> visited = new HashSet<>();

    private LiteralText(VariableUsage usage) {
        this.usage = usage;
    }

    /** Returns whether a text is built only from literals, by any operations. */
    static boolean isOne(Expression text, VariableUsage usage) {
        LiteralText question = new LiteralText(usage);
        return question.isText(text) && question.isLiteral(text);
    }

    /** Returns whether it can be a text: a list or a comparison is reported as such. */
    private boolean isText(Expression text) {
        if (KnownText.of(text).isPresent()) {
            return true;
        }
        if (text instanceof BinaryExpression operation) {
            int type = operation.getOperation().getType();
            return type == Types.PLUS || type == Types.LEFT_SQUARE_BRACKET;
        }
        if (text instanceof VariableExpression variable) {
            boolean again = !asked.add(variable.getAccessedVariable());
            return again
                    || usage.assigned(variable).stream()
                            .allMatch(value -> Literal.text(value).isPresent() || isText(value));
        }
        return text instanceof MethodCallExpression;
    }

    private boolean isLiteral(Expression text) {
        Optional<KnownText> earlier = KnownText.of(text);
        if (Literal.value(text).isPresent() || earlier.isPresent()) {
            return earlier.map(KnownText::own).orElse(true);
        }
        if (text instanceof BinaryExpression operation) {
            return isLiteral(operation.getLeftExpression()) && isLiteral(operation.getRightExpression());
        }
        if (text instanceof VariableExpression variable) {
            List<Expression> values = usage.assigned(variable);
            return !values.isEmpty()
                    && visited.add(variable.getAccessedVariable())
                    && values.stream().allMatch(this::isLiteral);
        }
        if (text instanceof CastExpression cast) {
            return isLiteral(cast.getExpression());
        }
        return text instanceof MethodCallExpression call
                && !call.isImplicitThis()
                && isLiteral(call.getObjectExpression())
                && CommandChain.arguments(call).stream().allMatch(this::isLiteral);
    }
}
