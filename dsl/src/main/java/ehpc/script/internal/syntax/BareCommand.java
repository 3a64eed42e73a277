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

/** A command that is written without its quotes, such as {@code run echo hi on nodes}. */
public final class BareCommand {

    private static final String MUST = "the command must be written in quotes: ";
    private static final String EXAMPLE = "run 'echo hi' on nodes";

    /** The end of what belongs to a sentence in its line. */
    private static final Pattern END = Pattern.compile("\\s*([;}].*)?$");

    /** A command and how it is run: words that name things, and texts without anything put into them. */
    private static final Pattern PARTS = Pattern.compile("(?<command>[^'\"$\\\\{}]+?)(?<rest>\\s(?:"
            + String.join("|", Vocabulary.ofSentence())
            + ")\\s[^$\\\\{}]+)?");

    private BareCommand() {}

    /** Returns the unknown name that a command begins with; empty where it begins with anything else. */
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
                && !Forms.isManner(word.getName())
                && !Vocabulary.isBare(word.getName());
    }

    /**
     * Returns whether a sentence has such a command, which is told then, and nothing more of the sentence. Where it could be a mistyped
     * name as well, that is left to who knows the names.
     */
    static boolean tell(CommandChain sentence, Findings findings) {
        Optional<Expression> command = CommandChain.argument(sentence.run(), 0);
        Optional<VariableExpression> head = command.flatMap(BareCommand::head);
        if (head.isEmpty()) {
            return false;
        }
        Finding finding =
                finding(findings.line(head.get().getLineNumber()), head.get().getColumnNumber());
        boolean odd = sentence.manner().stream().anyMatch(link -> !Forms.isManner(CommandChain.word(link)));
        if (!odd && !(command.get() instanceof BinaryExpression)) {
            head.get().putNodeMetaData(BareCommand.class, finding);
            return sentence.on().isEmpty();
        }
        findings.add(head.get(), finding);
        sentence.links().forEach(BareCommand::silence);
        sentence.run().setArguments(new ArgumentListExpression(new ConstantExpression(EXAMPLE)));
        return true;
    }

    /** What to say of an unknown name that a command begins with; empty for any other name. */
    public static Optional<Finding> of(VariableExpression name) {
        return Optional.ofNullable(name.getNodeMetaData(BareCommand.class));
    }

    private static void silence(Expression link) {
        Findings.told(link);
        link.visit(new CodeVisitorSupport() {
            @Override
            public void visitVariableExpression(VariableExpression variable) {
                Findings.told(variable);
            }

            @Override
            public void visitPropertyExpression(PropertyExpression property) {
                Findings.told(property);
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
