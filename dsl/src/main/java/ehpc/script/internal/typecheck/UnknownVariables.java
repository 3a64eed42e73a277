package ehpc.script.internal.typecheck;

import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.syntax.BareCommand;
import ehpc.script.internal.words.Forms;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;
import org.codehaus.groovy.transform.stc.TypeCheckingContext;

/** The findings for unknown names without a receiver. */
final class UnknownVariables {

    private static final Set<Integer> SIGNS = Set.of(Types.PLUS, Types.MINUS);

    private final Set<String> undefined = new HashSet<>();

    /** Returns whether an undefined variable was reported. */
    boolean isReported(VariableExpression variable) {
        return undefined.contains(variable.getName());
    }

    /** Returns the finding for a name. */
    Finding finding(VariableExpression used, KnownWords scope, TypeCheckingContext context) {
        return elsewhere(used, scope, context)
                .orElseGet(() -> unknown(used, scope, context.getEnclosingBinaryExpression()));
    }

    /** Returns the finding for a variable that is defined, but not visible where it is used. */
    private static Optional<Finding> elsewhere(VariableExpression used, KnownWords scope, TypeCheckingContext context) {
        MethodNode here = context.getEnclosingMethod();
        if (here == null || here.isScriptBody() || scope.isAction(used.getName())) {
            return Variables.of(here).elsewhere(used);
        }
        return context.getSource().getAST().getClasses().stream()
                .filter(ClassNode::isScript)
                .flatMap(script -> script.getMethods("run").stream().filter(MethodNode::isScriptBody))
                .findFirst()
                .flatMap(body -> Variables.of(body).ofScript(used.getName()))
                .or(() -> Variables.of(here).elsewhere(used));
    }

    private Finding unknown(VariableExpression variable, KnownWords scope, BinaryExpression around) {
        String name = variable.getName();
        Optional<Finding> command = BareCommand.of(variable);
        if (command.isPresent() && scope.isOfCommand(name)) {
            return command.get();
        }
        if (around == null || around.getLeftExpression() != variable) {
            return scope.unknown(name, false);
        }
        if (around.getOperation().getType() == Types.LEFT_SQUARE_BRACKET) {
            return scope.isAction(name)
                    ? Finding.of(
                            Rule.SYNTAX,
                            (around.getRightExpression() instanceof MapExpression ? "a map" : "a list") + " after '"
                                    + name + "' must be in parentheses: " + name + "([...])")
                    : scope.unknown(name, false);
        }
        if (scope.isAction(name) && SIGNS.contains(around.getOperation().getType())) {
            String sign = around.getOperation().getText();
            return Finding.of(
                    Rule.SYNTAX,
                    "an argument of '" + name + "' that begins with " + sign + " must be in parentheses: " + name + "("
                            + sign + "...)");
        }
        String define = "unknown word '" + name + "'; declare a new variable with def: def " + name + " = ...";
        if (Types.ofType(around.getOperation().getType(), Types.ASSIGNMENT_OPERATOR)
                && Forms.needed(name).isPresent()) {
            String form = Forms.needed(name).get();
            return Finding.of(Rule.SYNTAX, "'" + name + "' must be written without =; it expects " + form);
        }
        if (Types.ofType(around.getOperation().getType(), Types.ASSIGNMENT_OPERATOR)) {
            undefined.add(name);
        }
        return Types.ofType(around.getOperation().getType(), Types.ASSIGNMENT_OPERATOR)
                ? Finding.of(Rule.UNKNOWN_WORD, define)
                : scope.unknown(name, false);
    }
}
