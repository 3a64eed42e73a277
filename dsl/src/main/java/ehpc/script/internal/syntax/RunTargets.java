package ehpc.script.internal.syntax;

import ehpc.RunResult;
import ehpc.language.Vocabulary;
import ehpc.language.WordPlace;
import ehpc.node.NodeSet;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.words.Forms;
import ehpc.script.internal.words.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Checks the end of {@code run} statements: {@code on} with its nodes, and nothing after them. */
final class RunTargets {

    private static final String NAMES = "nodes by name must be written in brackets: ";
    private static final String JOINED = "nodes.compute + nodes.login";
    private static final String LESS = "nodes - nodes.login";
    private static final Map<String, String> OPERATORS =
            Map.of("and", JOINED, "or", JOINED, "plus", JOINED, "except", LESS, "without", LESS, "but", LESS);

    private final Findings findings;

    RunTargets(Findings findings) {
        this.findings = findings;
    }

    /** Reports a statement without {@code on} and nodes. */
    void unfinished(CommandChain statement) {
        List<Expression> links = statement.links();
        Expression last = links.isEmpty() ? null : links.get(links.size() - 1);
        if (last instanceof PropertyExpression && CommandChain.word(last).equals(CommandChain.ON)) {
            Findings.markReported(last);
            add(CommandChain.place(last), Rule.NO_NODES, "on must be followed by its nodes: on nodes");
        } else if (last instanceof PropertyExpression) {
            Findings.markReported(last);
            String word = CommandChain.word(last);
            add(
                    CommandChain.place(last),
                    Rule.MISSING,
                    "'" + word + "' expects " + Forms.runOption(word) + ", got nothing");
        } else {
            add(statement.run(), Rule.NO_NODES, statement.shown() + " has no nodes; add: on nodes");
        }
    }

    /**
     * Checks {@code on} and the text after it.
     *
     * @param method the method that replaces {@code on} if nothing follows
     */
    void end(CommandChain statement, MethodCallExpression end, String method) {
        List<Expression> after = new ArrayList<>(statement.after());
        if (!after.isEmpty() && after.get(0) instanceof PropertyExpression id && isBare(end, "node")) {
            String right = "on node('" + id.getPropertyAsString() + "')";
            add(end, Rule.WRONG_TYPE, "a node after on must be written as " + right);
            Findings.markReported(id);
            end.setArguments(everyNode());
            return;
        }
        if (!after.isEmpty() && after.get(0) instanceof PropertyExpression names && isBare(end, "nodes")) {
            if (Vocabulary.isBare(names.getPropertyAsString())) {
                String second = "'" + names.getPropertyAsString() + "'";
                add(
                        CommandChain.place(names),
                        Rule.AFTER_ON,
                        second + " is not allowed after on nodes, which ends the statement");
                after.forEach(Findings::markReported);
                return;
            }
            String name = isPart(names.getPropertyAsString())
                    ? "." + names.getPropertyAsString()
                    : "['" + names.getPropertyAsString() + "']";
            add(CommandChain.place(names), Rule.SYNTAX, NAMES + "on nodes" + name);
            after.forEach(Findings::markReported);
            return;
        }
        if (CommandChain.arguments(end).isEmpty()) {
            add(end.getMethod(), Rule.NO_NODES, "on must be followed by its nodes: on nodes");
            end.setArguments(everyNode());
        }
        after.forEach(this::after);
        if (after.isEmpty()) {
            end.setMethod(CommandChain.renamed(end, method));
        }
    }

    /** Checks a word after {@code on}; members of a result are left to the type checker. */
    private void after(Expression link) {
        String word = CommandChain.word(link);
        if (Vocabulary.word(word).equals(CommandChain.ON)) {
            add(CommandChain.place(link), Rule.TWICE, "a run must have one on, has two");
        } else if (Forms.isRunOption(word)) {
            Findings.markReported(link);
            add(
                    CommandChain.place(link),
                    Rule.AFTER_ON,
                    "'" + word + "' must come before on, which ends the statement");
        } else if (OPERATORS.containsKey(word) && link instanceof MethodCallExpression) {
            Findings.markReported(link);
            add(
                    CommandChain.place(link),
                    Rule.SYNTAX,
                    "sets of nodes are combined with an operator: " + OPERATORS.get(word));
        } else if (isOfNodes(word)) {
            Findings.markReported(link);
            String whole = "the nodes after on must be in parentheses: on((...)." + word;
            add(CommandChain.place(link), Rule.SYNTAX, whole + (link instanceof MethodCallExpression ? "())" : ")"));
        }
    }

    /** Returns whether it is a word that selects a part of a set of nodes. */
    private static boolean isPart(String word) {
        return Vocabulary.at(WordPlace.NODES, word)
                .filter(known -> known.gives().equals(NodeSet.class.getName()) && known.isProperty())
                .isPresent();
    }

    /** Returns whether it is a member of a set of nodes and not of a result. */
    private static boolean isOfNodes(String word) {
        ClassNode nodes = ClassHelper.make(NodeSet.class);
        ClassNode result = ClassHelper.make(RunResult.class);
        boolean known = Members.methods(nodes).contains(word)
                || Members.properties(nodes).contains(word);
        return known
                && !Members.methods(result).contains(word)
                && !Members.properties(result).contains(word);
    }

    /** Returns whether the argument of {@code on} is only a word: the parser reads {@code on node 'x'} as {@code on node} and more. */
    private static boolean isBare(MethodCallExpression on, String name) {
        return CommandChain.argument(on, 0)
                .filter(argument -> argument instanceof VariableExpression word
                        && word.getName().equals(name))
                .isPresent();
    }

    /** Returns valid arguments, so that the type checker does not report the statement again. */
    private static Expression everyNode() {
        return new ArgumentListExpression(
                new MethodCallExpression(VariableExpression.THIS_EXPRESSION, "getNodes", new ArgumentListExpression()));
    }

    /** Checks a list directly after a word of a statement, which the parser reads as an index. */
    void index(PropertyExpression word, ListExpression list) {
        Optional<CommandChain> chain = CommandChain.of(word);
        if (chain.isEmpty() || list.getExpressions().isEmpty()) {
            return;
        }
        String name = CommandChain.word(word);
        boolean names =
                list.getExpressions().stream().allMatch(one -> Literal.text(one).isPresent());
        if (name.equals(CommandChain.ON) && names) {
            String right = list.getExpressions().stream()
                    .map(one -> Literal.text(one).orElseThrow())
                    .collect(Collectors.joining(","));
            add(CommandChain.place(word), Rule.WRONG_TYPE, NAMES + "on nodes['" + right + "']");
        } else if (Forms.isRunOption(name)) {
            add(
                    CommandChain.place(word),
                    Rule.WRONG_TYPE,
                    "'" + name + "' expects " + Forms.runOption(name) + ", got a list");
        }
    }

    private void add(Expression place, Rule rule, String message) {
        findings.add(place, Finding.of(rule, message));
    }
}
