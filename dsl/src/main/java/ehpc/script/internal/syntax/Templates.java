package ehpc.script.internal.syntax;

import ehpc.api.InputException;
import ehpc.command.Command;
import ehpc.command.Raw;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Checks the values in the text of a command: their positions, and values that are never allowed. */
final class Templates {

    /** Represents a value that is not known yet. */
    private static final String ANY = "value";

    /** Represents an unknown value that may be a number. */
    private static final Integer ANY_NUMBER = 1;

    private final Findings findings;
    private final VariableUsage usage;
    private final NumberCheck numbers;

    Templates(Findings findings, VariableUsage usage) {
        this.findings = findings;
        this.usage = usage;
        this.numbers = new NumberCheck(usage);
    }

    /** Reports a secret that is added to a command; returns whether there is one. */
    boolean addsSecret(Expression text) {
        if (text instanceof BinaryExpression sum) {
            return addsSecret(sum.getLeftExpression()) || addsSecret(sum.getRightExpression());
        }
        return isSecret(text) && !value(text);
    }

    /** Checks the text of a {@code run}, or that of a variable. */
    void check(Expression text) {
        if (text instanceof GStringExpression template) {
            values(template);
        } else if (text instanceof VariableExpression variable) {
            usage.assigned(variable).stream()
                    .filter(GStringExpression.class::isInstance)
                    .forEach(template -> values((GStringExpression) template));
        }
    }

    private void values(GStringExpression template) {
        boolean valid = true;
        for (Expression value : template.getValues()) {
            valid &= value(value);
        }
        if (valid) {
            places(template);
        }
    }

    private boolean value(Expression value) {
        String never = value instanceof ConstantExpression literal && literal.isNullExpression() ? "null" : "";
        if (value instanceof MapExpression) {
            never = "a map";
        } else if (isSecret(value)) {
            never = "a secret";
        }
        if (!never.isEmpty()) {
            findings.add(value, Finding.of(Rule.WRONG_VALUE, "a value in a command must not be " + never));
        }
        return never.isEmpty();
    }

    private boolean isSecret(Expression value) {
        if (value instanceof MethodCallExpression call) {
            return call.isImplicitThis() && "secret".equals(call.getMethodAsString());
        }
        return value instanceof VariableExpression variable
                && !usage.assigned(variable).isEmpty()
                && usage.assigned(variable).stream().allMatch(this::isSecret);
    }

    /** Tries each value in turn at its position, up to a raw text that is unknown. */
    private void places(GStringExpression template) {
        List<String> fixed = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        fixed.add(template.getStrings().get(0).getText());
        for (int i = 0; i < template.getValues().size(); i++) {
            Expression value = template.getValues().get(i);
            boolean raw = value instanceof MethodCallExpression call && "raw".equals(call.getMethodAsString());
            Optional<String> text = raw
                    ? CommandChain.argument((MethodCallExpression) value, 0).flatMap(Literal::text)
                    : Optional.of(ANY);
            if (text.isEmpty()) {
                return;
            }
            Object any = numbers.canBe(value) ? ANY_NUMBER : ANY;
            values.add(raw ? new Raw(text.get()) : any);
            fixed.add(template.getStrings().get(i + 1).getText());
            try {
                Command.of(fixed, values);
            } catch (InputException e) {
                findings.add(value, Finding.of(Rule.WRONG_VALUE, e.getMessage()));
                return;
            }
        }
    }
}
