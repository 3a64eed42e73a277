package ehpc.script;

import ehpc.Command;
import ehpc.InputException;
import ehpc.PostScript;
import java.util.List;
import java.util.function.Function;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.control.SourceUnit;

/**
 * Finds the {@code run} sentences: renames {@code run}, which in a block would be the closure's own method, tells those that stand
 * alone to print, and reports the ones that cannot be meant. Literal texts are checked here, so that nothing is sent before
 * them.
 */
final class Sentences extends ClassCodeVisitorSupport {

    private final SourceUnit unit;
    private final Source source;
    private final List<ScriptProblem> problems;

    Sentences(SourceUnit unit, Source source, List<ScriptProblem> problems) {
        this.unit = unit;
        this.source = source;
        this.problems = problems;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        Expression sentence = statement.getExpression();
        if (isRunSentence(sentence)) {
            standing(statement, sentence);
        }
        super.visitExpressionStatement(statement);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        if (isRun(call)) {
            literal(call, 0, Command::of);
        } else if (call.isImplicitThis() && "postScript".equals(call.getMethodAsString())) {
            literal(call, 0, PostScript::of);
        } else if (Renames.ON.equals(call.getMethodAsString()) && isRunSentence(call.getObjectExpression())) {
            firstOn(call);
        }
        if (isRun(call) || call.isImplicitThis() && !Renames.RUN.equals(call.getMethodAsString())) {
            Renames.method(call.getMethodAsString()).ifPresent(method -> call.setMethod(renamed(call, method)));
        }
        super.visitMethodCallExpression(call);
    }

    private void standing(ExpressionStatement statement, Expression sentence) {
        if (sentence instanceof PropertyExpression property && endsInOnNode(property.getObjectExpression())) {
            error(sentence, "a node behind on must be written on node('" + property.getPropertyAsString() + "')");
            statement.setExpression(onAllNodes((MethodCallExpression) property.getObjectExpression()));
        } else if (endsInOn(sentence)) {
            MethodCallExpression on = (MethodCallExpression) sentence;
            on.setMethod(renamed(on, Renames.ON_AND_PRINT));
        } else if (!hasOn(sentence)) {
            error(sentence, "run " + quoted(sentence) + "has no nodes; add: on nodes");
        }
    }

    /** Leaves nothing for the type checker to find wrong once more. */
    private static Expression onAllNodes(MethodCallExpression on) {
        on.setArguments(new ArgumentListExpression(new MethodCallExpression(
                VariableExpression.THIS_EXPRESSION, "getNodes", new ArgumentListExpression())));
        return on;
    }

    /** An {@code on} whose sentence had one before. */
    private void firstOn(MethodCallExpression call) {
        if (hasOn(call.getObjectExpression())) {
            error(call, "a run must have one on, has two");
        }
    }

    private void literal(MethodCallExpression call, int index, Function<String, ?> check) {
        if (argument(call, index) instanceof ConstantExpression constant
                && constant.getValue() instanceof String text) {
            try {
                check.apply(text);
            } catch (InputException e) {
                error(constant, e.getMessage());
            }
        }
    }

    private static String quoted(Expression sentence) {
        MethodCallExpression run = root(sentence);
        return argument(run, 0) instanceof ConstantExpression text ? "'" + text.getText() + "' " : "";
    }

    private static Expression argument(MethodCallExpression call, int index) {
        if (call.getArguments() instanceof ArgumentListExpression list) {
            List<Expression> arguments = list.getExpressions();
            return index < arguments.size() ? arguments.get(index) : null;
        }
        return null;
    }

    private static boolean isRunSentence(Expression expression) {
        return root(expression) != null;
    }

    /** The {@code run} at the beginning of a chain of words, or null. */
    private static MethodCallExpression root(Expression expression) {
        Expression here = expression;
        while (true) {
            if (here instanceof MethodCallExpression call) {
                if (isRun(call)) {
                    return call;
                }
                here = call.isImplicitThis() ? null : call.getObjectExpression();
            } else if (here instanceof PropertyExpression property) {
                here = property.getObjectExpression();
            } else {
                return null;
            }
        }
    }

    private static boolean isRun(MethodCallExpression call) {
        boolean named =
                Renames.RUN.equals(call.getMethodAsString()) || Renames.RUN_COMMAND.equals(call.getMethodAsString());
        return call.isImplicitThis() && named && argument(call, 0) != null;
    }

    private static boolean endsInOn(Expression expression) {
        return expression instanceof MethodCallExpression call
                && isOn(call)
                && isRunSentence(call)
                && !hasOn(call.getObjectExpression());
    }

    /** Whether it is {@code run ... on node}, as {@code on node 'x'} begins for the parser. */
    private static boolean endsInOnNode(Expression expression) {
        return endsInOn(expression)
                && argument((MethodCallExpression) expression, 0) instanceof VariableExpression word
                && word.getName().equals("node");
    }

    private static boolean hasOn(Expression expression) {
        Expression here = expression;
        while (here instanceof MethodCallExpression || here instanceof PropertyExpression) {
            if (here instanceof MethodCallExpression call) {
                if (isOn(call)) {
                    return true;
                }
                here = call.isImplicitThis() ? null : call.getObjectExpression();
            } else {
                here = ((PropertyExpression) here).getObjectExpression();
            }
        }
        return false;
    }

    private static boolean isOn(MethodCallExpression call) {
        return Renames.ON.equals(call.getMethodAsString()) || Renames.ON_AND_PRINT.equals(call.getMethodAsString());
    }

    private static ConstantExpression renamed(MethodCallExpression call, String name) {
        ConstantExpression method = new ConstantExpression(name);
        method.setSourcePosition(call.getMethod());
        return method;
    }

    private void error(ASTNode node, String message) {
        problems.add(source.problem(node.getLineNumber(), node.getColumnNumber(), message));
    }
}
