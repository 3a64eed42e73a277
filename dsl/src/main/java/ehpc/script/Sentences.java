package ehpc.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * Looks at {@code run} sentences: each must end with {@code on} and its nodes, say each word once, and nothing behind. Those that stand
 * alone are told to print, and those whose result nobody reads to fail the script all the same.
 */
final class Sentences {

    private static final List<String> MANNERS = List.of("from", "timeout", "tolerate", "waves");

    private final Findings findings;
    private final Literals literals;
    private final TextOrigin origin;
    private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Sentences(Findings findings, Literals literals, TextOrigin origin) {
        this.findings = findings;
        this.literals = literals;
        this.origin = origin;
    }

    /** An expression whose value is used, or a part of one that was looked at before. */
    void used(Expression expression) {
        look(expression, Renames.ON);
    }

    /** A statement: prints its result. */
    void standing(Expression expression) {
        look(expression, Renames.ON_AND_PRINT);
    }

    /** What is put into a variable that is never read. */
    void unread(Expression expression) {
        look(expression, Renames.ON_OR_FAIL);
    }

    private void look(Expression expression, String on) {
        Optional<Chain> chain = seen.contains(expression) ? Optional.empty() : Chain.of(expression);
        chain.ifPresent(sentence -> look(sentence, on));
    }

    private void look(Chain sentence, String on) {
        seen.add(sentence.run());
        seen.addAll(sentence.links());
        sentence.run().setMethod(renamed(sentence.run(), Renames.RUN_COMMAND));
        Chain.argument(sentence.run(), 0)
                .flatMap(text -> PlainText.of(text, origin).map(finding -> new Located(text, finding)))
                .ifPresent(found -> findings.add(found.place(), found.finding()));
        manner(sentence);
        sentence.on().ifPresentOrElse(end -> end(sentence, end, on), () -> unfinished(sentence));
    }

    private record Located(Expression place, Finding finding) {}

    private void manner(Chain sentence) {
        Set<String> said = new HashSet<>();
        for (Expression link : sentence.manner()) {
            String word = Chain.word(link);
            if (MANNERS.contains(word) && !said.add(word)) {
                add(Chain.place(link), Rule.TWICE, word + " must be said once in a sentence");
            }
            if (link instanceof MethodCallExpression call) {
                literals.manner(call);
            }
        }
    }

    private void unfinished(Chain sentence) {
        List<Expression> links = sentence.links();
        Expression last = links.isEmpty() ? null : links.get(links.size() - 1);
        if (last instanceof PropertyExpression && Chain.word(last).equals(Renames.ON)) {
            add(Chain.place(last), Rule.NO_NODES, "on must be followed by its nodes: on nodes");
        } else {
            add(sentence.run(), Rule.NO_NODES, sentence.said() + " has no nodes; add: on nodes");
        }
    }

    private void end(Chain sentence, MethodCallExpression end, String on) {
        List<Expression> after = new ArrayList<>(sentence.after());
        if (!after.isEmpty() && after.get(0) instanceof PropertyExpression id && isBareNode(end)) {
            String right = "on node('" + id.getPropertyAsString() + "')";
            add(end, Rule.WRONG_TYPE, "a node behind on must be written " + right);
            Findings.told(id);
            end.setArguments(everyNode());
            return;
        }
        if (Chain.arguments(end).isEmpty()) {
            add(end.getMethod(), Rule.NO_NODES, "on must be followed by its nodes: on nodes");
            end.setArguments(everyNode());
        }
        after.forEach(this::after);
        if (after.isEmpty()) {
            end.setMethod(renamed(end, on));
        }
    }

    /** A word behind {@code on}; what a result has is left to the type checker. */
    private void after(Expression link) {
        String word = Chain.word(link);
        if (MANNERS.contains(word)) {
            Findings.told(link);
            add(Chain.place(link), Rule.AFTER_ON, "'" + word + "' must stand before on, which ends the sentence");
        } else if (Renames.word(word).equals(Renames.ON)) {
            add(Chain.place(link), Rule.TWICE, "a run must have one on, has two");
        }
    }

    /** Whether it is {@code on node}, as {@code on node 'x'} begins for the parser. */
    private static boolean isBareNode(MethodCallExpression on) {
        return Chain.argument(on, 0)
                .filter(argument -> argument instanceof VariableExpression word
                        && word.getName().equals("node"))
                .isPresent();
    }

    /** Leaves nothing for the type checker to find wrong once more. */
    private static Expression everyNode() {
        return new ArgumentListExpression(
                new MethodCallExpression(VariableExpression.THIS_EXPRESSION, "getNodes", new ArgumentListExpression()));
    }

    static ConstantExpression renamed(MethodCallExpression call, String name) {
        ConstantExpression method = new ConstantExpression(name);
        method.setSourcePosition(call.getMethod());
        return method;
    }

    private void add(Expression place, Rule rule, String message) {
        findings.add(place, Finding.of(rule, message));
    }
}
