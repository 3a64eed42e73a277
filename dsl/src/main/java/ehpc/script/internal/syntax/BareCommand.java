package ehpc.script.internal.syntax;

import ehpc.language.Vocabulary;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.words.Forms;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/** Finds commands without quotes, such as {@code run echo hi on nodes}. */
public final class BareCommand {

    private static final String MUST = "the command must be written in quotes: ";
    private static final String EXAMPLE = "run 'echo hi' on nodes";

    /** The end of a statement in its line. */
    private static final Pattern END = Pattern.compile("\\s*([;}].*)?$");

    /** A command with its options; without quotes, escapes and values. */
    private static final Pattern PARTS = Pattern.compile("(?<command>[^'\"$\\\\{}]+?)(?<rest>\\s(?:"
            + String.join("|", Vocabulary.ofSentence())
            + ")\\s[^$\\\\{}]+)?");

    private BareCommand() {}

    /** Returns the unknown name at the beginning of a command; empty if it begins otherwise. */
    private static Optional<VariableExpression> head(Expression command) {
        Expression here = command;
        while (!(here instanceof VariableExpression)) {
            if (here instanceof PropertyExpression file) {
                here = file.getObjectExpression();
            } else if (here instanceof BinaryExpression operation
                    && operation.getOperation().getType() != Types.PLUS
                    && operation.getOperation().getType() != Types.LEFT_SQUARE_BRACKET) {
                here = operation.getLeftExpression();
            } else {
                return Optional.empty();
            }
        }
        return Optional.of((VariableExpression) here).filter(BareCommand::isUnknown);
    }

    private static boolean isUnknown(VariableExpression word) {
        return word.getAccessedVariable() instanceof DynamicVariable
                && !word.getName().equals("it")
                && !Forms.isRunOption(word.getName())
                && !Vocabulary.isBare(word.getName());
    }

    /**
     * Reports a command without quotes; returns whether the statement needs no further checks. If it could also be a mistyped name, the
     * finding is stored for the check of names.
     */
    static boolean report(CommandChain statement, Findings findings) {
        Optional<Expression> command = CommandChain.argument(statement.run(), 0);
        Optional<VariableExpression> head = command.flatMap(BareCommand::head);
        if (head.isEmpty()) {
            return false;
        }
        Finding finding =
                finding(findings.line(head.get().getLineNumber()), head.get().getColumnNumber());
        boolean unknownWord =
                statement.options().stream().anyMatch(link -> !Forms.isRunOption(CommandChain.word(link)));
        if (!unknownWord && !(command.get() instanceof BinaryExpression)) {
            head.get().putNodeMetaData(BareCommand.class, finding);
            return statement.on().isEmpty();
        }
        findings.add(head.get(), finding);
        statement.links().forEach(BareCommand::silence);
        statement.run().setArguments(new ArgumentListExpression(new ConstantExpression(EXAMPLE)));
        return true;
    }

    /** Returns the finding for an unknown name at the beginning of a command; empty for any other name. */
    public static Optional<Finding> of(VariableExpression name) {
        return Optional.ofNullable(name.getNodeMetaData(BareCommand.class));
    }

    private static void silence(Expression link) {
        Findings.markReported(link);
        link.visit(new CodeVisitorSupport() {
            @Override
            public void visitVariableExpression(VariableExpression variable) {
                Findings.markReported(variable);
            }

            @Override
            public void visitPropertyExpression(PropertyExpression property) {
                Findings.markReported(property);
                super.visitPropertyExpression(property);
            }
        });
    }

    private static Finding finding(String line, int column) {
        String from = column > 0 && column <= line.length() ? line.substring(column - 1) : "";
        Matcher parts = PARTS.matcher(END.matcher(from).replaceFirst(""));
        if (!parts.matches() || from.contains("//")) {
            return Finding.of(Rule.SYNTAX, MUST + EXAMPLE);
        }
        String rest = parts.group("rest") == null ? " on nodes" : parts.group("rest");
        return Finding.of(Rule.SYNTAX, MUST + "run '" + parts.group("command") + "'" + rest);
    }
}
