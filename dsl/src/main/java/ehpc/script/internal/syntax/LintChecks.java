package ehpc.script.internal.syntax;

import ehpc.language.Vocabulary;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ThrowStatement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/** Reports code that is valid Groovy but most likely a mistake. */
final class LintChecks extends ClassCodeVisitorSupport {

    private final SourceUnit unit;
    private final Findings findings;

    LintChecks(SourceUnit unit, Findings findings) {
        this.unit = unit;
        this.findings = findings;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public void visitListExpression(ListExpression list) {
        for (Expression entry : list.getExpressions()) {
            if (entry instanceof BinaryExpression pair && pair.getOperation().getType() == Types.ASSIGN) {
                String key = pair.getLeftExpression().getText();
                findings.add(
                        pair,
                        Finding.of(Rule.SYNTAX, "an entry of a map must be written with a colon: " + key + ": ..."));
                Findings.markReported(pair.getLeftExpression());
            }
        }
        super.visitListExpression(list);
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        if (statement.getStatementLabels() != null) {
            statement.getStatementLabels().stream()
                    .filter(OwnNames::isWord)
                    .forEach(label -> findings.add(
                            statement,
                            Finding.of(
                                    Rule.SYNTAX,
                                    "'" + label + ":' is a label, which does nothing; write '" + label
                                            + "' without the colon")));
        }
        super.visitExpressionStatement(statement);
    }

    @Override
    public void visitField(FieldNode field) {
        if (field.getLineNumber() > 0 && Vocabulary.isBare(field.getName())) {
            findings.add(
                    field,
                    Finding.of(
                            Rule.TWICE,
                            "a field must have a name of its own, not '" + field.getName()
                                    + "': the language has a word of that name"));
        }
        super.visitField(field);
    }

    @Override
    public void visitIfElse(IfStatement choice) {
        if (choice.getBooleanExpression().getExpression() instanceof BinaryExpression condition
                && condition.getOperation().getType() == Types.ASSIGN
                && Literal.value(condition.getRightExpression()).isPresent()) {
            findings.add(condition, Finding.of(Rule.SYNTAX, "a condition must compare with ==, = assigns a value"));
        }
        super.visitIfElse(choice);
    }

    @Override
    public void visitThrowStatement(ThrowStatement statement) {
        if (Literal.text(statement.getExpression()).isPresent()
                || statement.getExpression() instanceof GStringExpression) {
            String right = "throw new RuntimeException(...)";
            findings.add(statement, Finding.of(Rule.WRONG_TYPE, "a thrown value must be an exception: " + right));
        }
        super.visitThrowStatement(statement);
    }
}
