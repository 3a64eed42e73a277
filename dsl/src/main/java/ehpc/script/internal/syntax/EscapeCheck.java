package ehpc.script.internal.syntax;

import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * Finds escapes in a command that Groovy converts to control characters, although the command needs the backslash: with
 * {@code sed 's/a/\\1/'} in quotes, sed receives the character U+0001.
 */
final class EscapeCheck {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([0-3]?[0-7]{1,2})|u+([0-9a-fA-F]{4})|(.))");

    private final Findings findings;
    private final VariableUsage usage;
    private final Set<Expression> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    EscapeCheck(Findings findings, VariableUsage usage) {
        this.findings = findings;
        this.usage = usage;
    }

    /** Checks the text of a command, or that of a variable. */
    void check(Expression text) {
        if (!visited.add(text)) {
            return;
        }
        if (text instanceof VariableExpression variable) {
            usage.assigned(variable).forEach(this::check);
        } else if (text instanceof BinaryExpression sum) {
            check(sum.getLeftExpression());
            check(sum.getRightExpression());
        } else if (text instanceof ConstantExpression literal && literal.getValue() instanceof String
                || text instanceof GStringExpression) {
            source(text);
        }
    }

    private void source(Expression text) {
        int last = text.getLastLineNumber();
        for (int number = Math.max(1, text.getLineNumber()); number <= last; number++) {
            String line = findings.line(number);
            int from = number == text.getLineNumber() ? text.getColumnNumber() - 1 : 0;
            int to = number == last ? Math.min(line.length(), text.getLastColumnNumber() - 1) : line.length();
            boolean slashes =
                    number == text.getLineNumber() && (line.startsWith("/", from) || line.startsWith("$/", from));
            if (slashes || from < 0 || from > to) {
                return;
            }
            line(line, number, from, to);
        }
    }

    private void line(String line, int number, int from, int to) {
        Matcher escape = ESCAPE.matcher(line).region(from, to);
        while (escape.find()) {
            int made = made(escape);
            if (made >= 0 && Character.isISOControl(made)) {
                findings.add(number, escape.start() + 1, finding(escape.group(), made));
            }
        }
    }

    /** Returns the character of an escape; -1 if it is not a control character, or one that is intended. */
    private static int made(Matcher escape) {
        if (escape.group(1) != null) {
            return Integer.parseInt(escape.group(1), 8);
        }
        if (escape.group(2) != null) {
            return Integer.parseInt(escape.group(2), 16);
        }
        return switch (escape.group(3)) {
            case "b" -> '\b';
            case "f" -> '\f';
            default -> -1;
        };
    }

    private static Finding finding(String escape, int made) {
        String message = String.format(
                Locale.ROOT,
                "a command must not contain the control character U+%04X, the meaning of %s in Groovy; write \\%s,"
                        + " or the text between slashes, /.../ or $/.../$",
                made,
                escape,
                escape);
        return Finding.of(Rule.WRONG_VALUE, message);
    }
}
