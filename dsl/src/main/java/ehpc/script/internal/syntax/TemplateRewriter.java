package ehpc.script.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/** Writes a sum of texts and values as one template: {@code 'rm ' + f} becomes {@code "rm ${f}"}. */
final class TemplateRewriter {

    private static final int LONGEST = 100;

    private TemplateRewriter() {}

    /** Returns the template, if every part is a literal, a name or a simple call, and it is short enough for a message. */
    static Optional<String> of(Expression sum) {
        if (!(sum instanceof BinaryExpression)) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        if (!collect(sum, parts)) {
            return Optional.empty();
        }
        String text = unquoted(String.join("", parts));
        return text.length() > LONGEST || text.contains("\n") ? Optional.empty() : Optional.of('"' + text + '"');
    }

    private static boolean collect(Expression part, List<String> parts) {
        if (part instanceof BinaryExpression sum && sum.getOperation().getType() == Types.PLUS) {
            return collect(sum.getLeftExpression(), parts) && collect(sum.getRightExpression(), parts);
        }
        if (part instanceof ConstantExpression literal) {
            parts.add(escaped(String.valueOf(literal.getValue())));
            return true;
        }
        boolean plain = part instanceof VariableExpression
                || part instanceof PropertyExpression
                || part instanceof MethodCallExpression call
                        && CommandChain.arguments(call).isEmpty();
        parts.add("${" + text(part) + "}");
        return plain;
    }

    private static String text(Expression part) {
        return part.getText().replace("this.", "");
    }

    private static String escaped(String literal) {
        return literal.replace("\\", "\\\\").replace("$", "\\$").replace("\"", "\\\"");
    }

    /** Removes quotes directly around a value, because the value is quoted anyway. */
    private static String unquoted(String template) {
        return template.replaceAll("'(\\$\\{[^}]*})'", "$1").replaceAll("\\\\\"(\\$\\{[^}]*})\\\\\"", "$1");
    }
}
