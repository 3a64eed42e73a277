package ehpc.script.internal.syntax;

import ehpc.language.Vocabulary;
import ehpc.script.internal.words.Forms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;

/**
 * A statement that begins with {@code run}, as the parser reads it: {@code run 'x' from '/y' on nodes} is
 * {@code run('x').from('/y').on(nodes)}.
 *
 * @param run the call of {@code run}
 * @param links the following links in order: calls, and properties if the statement is incomplete
 */
record CommandChain(MethodCallExpression run, List<Expression> links) {

    static final String RUN = "run";
    static final String ON = "on";

    /** Returns the statement of an expression; empty if it is not one. */
    static Optional<CommandChain> of(Expression expression) {
        List<Expression> links = new ArrayList<>();
        for (Expression here : inwards(expression)) {
            if (here instanceof MethodCallExpression call && (isRun(call) || isOfValue(call, links))) {
                Collections.reverse(links);
                return Optional.of(new CommandChain(call, links));
            }
            links.add(here);
        }
        return Optional.empty();
    }

    /** Returns an expression and the receivers before its dots, the last first. */
    static List<Expression> inwards(Expression expression) {
        List<Expression> parts = new ArrayList<>();
        for (Expression here = expression; here != null; here = inner(here)) {
            parts.add(here);
        }
        return parts;
    }

    private static Expression inner(Expression outer) {
        if (outer instanceof MethodCallExpression call) {
            return call.isImplicitThis() ? null : call.getObjectExpression();
        }
        return outer instanceof PropertyExpression property ? property.getObjectExpression() : null;
    }

    private static boolean isRun(MethodCallExpression call) {
        String name = call.getMethodAsString();
        return call.isImplicitThis() && Vocabulary.word(String.valueOf(name)).equals(RUN);
    }

    /** Returns whether it is the {@code run} of a statement after a value: {@code c.run('x').on(c.nodes)}. */
    private static boolean isOfValue(MethodCallExpression call, List<Expression> outer) {
        boolean run = !call.isImplicitThis()
                && RUN.equals(call.getMethodAsString())
                && arguments(call).size() == 1;
        if (!run) {
            return false;
        }
        for (int i = outer.size() - 1; i >= 0; i--) {
            if (!(outer.get(i) instanceof MethodCallExpression link) || !Forms.isRunOption(word(link))) {
                return false;
            }
            if (isOn(link)) {
                return arguments(link).size() == 1;
            }
        }
        return false;
    }

    /** Returns whether the statement begins with a value: {@code c.run('x')}. */
    boolean isOfValue() {
        return !run.isImplicitThis();
    }

    /** Returns the words between {@code run} and {@code on}. */
    List<Expression> options() {
        int on = indexOfOn();
        return on < 0 ? links : links.subList(0, on);
    }

    /** Returns the {@code on} that ends the statement. */
    Optional<MethodCallExpression> on() {
        int on = indexOfOn();
        return on < 0 ? Optional.empty() : Optional.of((MethodCallExpression) links.get(on));
    }

    /** Returns the links after {@code on}. */
    List<Expression> after() {
        int on = indexOfOn();
        return on < 0 ? List.of() : links.subList(on + 1, links.size());
    }

    private int indexOfOn() {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i) instanceof MethodCallExpression call && isOn(call)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOn(MethodCallExpression call) {
        return Vocabulary.word(String.valueOf(call.getMethodAsString())).equals(ON);
    }

    /** Returns the word of a link. */
    static String word(Expression link) {
        return String.valueOf(
                link instanceof MethodCallExpression call
                        ? call.getMethodAsString()
                        : ((PropertyExpression) link).getPropertyAsString());
    }

    /** Returns the position of the word of a link. */
    static Expression place(Expression link) {
        return link instanceof MethodCallExpression call ? call.getMethod() : ((PropertyExpression) link).getProperty();
    }

    /** Returns the statement as messages show it: {@code run 'x'} if the text is a literal. */
    String shown() {
        return argument(run, 0)
                .filter(ConstantExpression.class::isInstance)
                .map(text -> "run '" + text.getText() + "'")
                .orElse("run");
    }

    static Optional<Expression> argument(MethodCallExpression call, int index) {
        if (call.getArguments() instanceof ArgumentListExpression list) {
            List<Expression> arguments = list.getExpressions();
            return index < arguments.size() ? Optional.of(arguments.get(index)) : Optional.empty();
        }
        return Optional.empty();
    }

    static List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression list ? list.getExpressions() : List.of();
    }

    /** Returns a new name for the method of a call, at the same position. */
    static ConstantExpression renamed(MethodCallExpression call, String name) {
        ConstantExpression method = new ConstantExpression(name);
        method.setSourcePosition(call.getMethod());
        return method;
    }
}
