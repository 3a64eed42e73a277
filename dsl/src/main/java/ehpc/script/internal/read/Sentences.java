package ehpc.script.internal.read;

import ehpc.NodeSet;
import ehpc.RunResult;
import ehpc.script.Rule;
import ehpc.script.internal.source.Finding;
import ehpc.script.internal.source.Findings;
import ehpc.script.internal.words.Forms;
import ehpc.script.internal.words.Members;
import ehpc.script.internal.words.Renames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * Looks at {@code run} sentences: each must end with {@code on} and its nodes, say each word once, and nothing behind. Those that stand
 * alone are told to print, and those whose result nobody reads to fail the script all the same.
 */
final class Sentences {

    private static final List<String> WORDS = List.of("from", "timeout", "tolerate", "waves", "on");
    private static final String NAMES = "nodes by name must be written in brackets: ";
    private static final Set<String> PARTS = Set.of("compute", "login", "manager");
    private static final String JOINED = "nodes.compute + nodes.login";
    private static final String LESS = "nodes - nodes.login";
    private static final Map<String, String> OPERATORS =
            Map.of("and", JOINED, "or", JOINED, "plus", JOINED, "except", LESS, "without", LESS, "but", LESS);

    private final Findings findings;
    private final Literals literals;
    private final TextOrigin origin;
    private final Usage usage;
    private final Templates templates;
    private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Sentences(Findings findings, Literals literals, TextOrigin origin, Usage usage) {
        this.findings = findings;
        this.literals = literals;
        this.origin = origin;
        this.usage = usage;
        this.templates = new Templates(findings, usage);
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
        if (Chain.arguments(sentence.run()).isEmpty()) {
            sentence.links().forEach(Findings::told);
            add(sentence.run(), Rule.MISSING, "'run' must get " + Forms.COMMAND + ", gets nothing");
            return;
        }
        sentence.run().setMethod(renamed(sentence.run(), Renames.RUN_COMMAND));
        Chain.argument(sentence.run(), 0).ifPresent(text -> {
            command(text);
            if (!(text instanceof ConstantExpression) && LiteralText.isOne(text, usage)) {
                sentence.run().setArguments(meant(text));
            }
        });
        boolean sound = manner(sentence);
        if (sentence.on().isPresent()) {
            end(sentence, sentence.on().get(), on);
        } else if (sound) {
            unfinished(sentence);
        }
    }

    /** A text that only literals were put into says at run time that it is the script's own. */
    private static Expression meant(Expression text) {
        MethodCallExpression raw =
                new MethodCallExpression(VariableExpression.THIS_EXPRESSION, "raw", new ArgumentListExpression(text));
        raw.setImplicitThis(true);
        raw.setSourcePosition(text);
        return new ArgumentListExpression(raw);
    }

    private void command(Expression text) {
        if (text instanceof BinaryExpression && templates.addsSecret(text)) {
            return;
        }
        PlainText.of(text, origin).ifPresent(finding -> findings.add(text, finding));
        templates.look(text);
    }

    /** Looks at what stands between {@code run} and {@code on}; whether it can be meant, but for values. */
    private boolean manner(Chain sentence) {
        Set<String> said = new HashSet<>();
        for (Expression link : sentence.manner()) {
            String word = Chain.word(link);
            if (!Forms.isManner(word)) {
                return stranger(sentence, link, word);
            }
            if (!word.equals(Renames.ON) && !said.add(word)) {
                add(Chain.place(link), Rule.TWICE, "'" + word + "' must be said once in a sentence");
            }
            if (link instanceof MethodCallExpression call) {
                literals.manner(call);
            }
        }
        return true;
    }

    /** A word that has no place in a sentence: says what was meant, where that can be seen, and nothing more of what follows. */
    private boolean stranger(Chain sentence, Expression link, String word) {
        sentence.links().forEach(Findings::told);
        int at = sentence.links().indexOf(link);
        MethodCallExpression before =
                at > 0 && sentence.links().get(at - 1) instanceof MethodCallExpression call ? call : sentence.run();
        Optional<Expression> bareOn = Chain.arguments(before).stream()
                .filter(argument ->
                        argument instanceof VariableExpression v && v.getName().equals(Renames.ON))
                .findFirst();
        String last = Renames.word(String.valueOf(before.getMethodAsString()));
        if (bareOn.isPresent()) {
            Findings.told(bareOn.get());
            String form = last.equals(Renames.RUN) ? Forms.COMMAND : Forms.manner(last);
            add(before.getMethod(), Rule.MISSING, "'" + last + "' must get " + form + ", gets nothing");
        } else if (percentSign(before).isPresent()) {
            BinaryExpression share = percentSign(before).get();
            String number = share.getLeftExpression().getText();
            Findings.told(share.getRightExpression());
            add(share, Rule.SYNTAX, "a share must be written with a word: " + number + ".percent");
        } else if (Literal.isUnit(word)) {
            String given = Chain.arguments(before).isEmpty()
                    ? "10"
                    : Chain.arguments(before).get(0).getText();
            add(Chain.place(link), Rule.SYNTAX, "a number and its unit must be joined by a dot: " + given + "." + word);
            Chain.arguments(link instanceof MethodCallExpression call ? call : before)
                    .forEach(Findings::told);
        } else {
            String known = "unknown word '" + word + "' in a run sentence";
            Finding near = Finding.unknown(Rule.UNKNOWN_WORD, known, word, WORDS);
            boolean none = near.suggestion().isEmpty();
            findings.add(
                    Chain.place(link),
                    none ? Finding.of(Rule.UNKNOWN_WORD, known + "; known: " + String.join(", ", WORDS)) : near);
        }
        return false;
    }

    /** The {@code 5% on} that {@code tolerate 5% on nodes} is to the parser. */
    private static Optional<BinaryExpression> percentSign(MethodCallExpression call) {
        return Chain.argument(call, 0)
                .filter(BinaryExpression.class::isInstance)
                .map(BinaryExpression.class::cast)
                .filter(share -> share.getOperation().getText().equals("%")
                        && share.getRightExpression() instanceof VariableExpression on
                        && on.getName().equals(Renames.ON));
    }

    /** A list right behind a word of a sentence, which reads as an index of what the word gives. */
    void index(PropertyExpression word, ListExpression list) {
        Optional<Chain> chain = Chain.of(word);
        if (chain.isEmpty() || list.getExpressions().isEmpty()) {
            return;
        }
        String name = Chain.word(word);
        boolean names =
                list.getExpressions().stream().allMatch(one -> Literal.text(one).isPresent());
        if (name.equals(Renames.ON) && names) {
            String right = list.getExpressions().stream()
                    .map(one -> Literal.text(one).orElseThrow())
                    .collect(Collectors.joining(","));
            add(Chain.place(word), Rule.WRONG_TYPE, NAMES + "on nodes['" + right + "']");
        } else if (Forms.isManner(name)) {
            add(Chain.place(word), Rule.WRONG_TYPE, "'" + name + "' must get " + Forms.manner(name) + ", gets a list");
        }
    }

    private void unfinished(Chain sentence) {
        List<Expression> links = sentence.links();
        Expression last = links.isEmpty() ? null : links.get(links.size() - 1);
        if (last instanceof PropertyExpression && Chain.word(last).equals(Renames.ON)) {
            Findings.told(last);
            add(Chain.place(last), Rule.NO_NODES, "on must be followed by its nodes: on nodes");
        } else if (last instanceof PropertyExpression) {
            Findings.told(last);
            String word = Chain.word(last);
            add(Chain.place(last), Rule.MISSING, "'" + word + "' must get " + Forms.manner(word) + ", gets nothing");
        } else {
            add(sentence.run(), Rule.NO_NODES, sentence.said() + " has no nodes; add: on nodes");
        }
    }

    private void end(Chain sentence, MethodCallExpression end, String on) {
        List<Expression> after = new ArrayList<>(sentence.after());
        if (!after.isEmpty() && after.get(0) instanceof PropertyExpression id && isBare(end, "node")) {
            String right = "on node('" + id.getPropertyAsString() + "')";
            add(end, Rule.WRONG_TYPE, "a node behind on must be written " + right);
            Findings.told(id);
            end.setArguments(everyNode());
            return;
        }
        if (!after.isEmpty() && after.get(0) instanceof PropertyExpression names && isBare(end, "nodes")) {
            boolean part = PARTS.contains(names.getPropertyAsString());
            String name = part ? "." + names.getPropertyAsString() : "['" + names.getPropertyAsString() + "']";
            add(Chain.place(names), Rule.SYNTAX, NAMES + "on nodes" + name);
            after.forEach(Findings::told);
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
        if (Renames.word(word).equals(Renames.ON)) {
            add(Chain.place(link), Rule.TWICE, "a run must have one on, has two");
        } else if (Forms.isManner(word)) {
            Findings.told(link);
            add(Chain.place(link), Rule.AFTER_ON, "'" + word + "' must stand before on, which ends the sentence");
        } else if (OPERATORS.containsKey(word) && link instanceof MethodCallExpression) {
            Findings.told(link);
            add(
                    Chain.place(link),
                    Rule.SYNTAX,
                    "sets of nodes must be written with an operator: " + OPERATORS.get(word));
        } else if (isOfNodes(word)) {
            Findings.told(link);
            String whole = "what stands behind on must be in parentheses as a whole: on((...)." + word;
            add(Chain.place(link), Rule.SYNTAX, whole + (link instanceof MethodCallExpression ? "())" : ")"));
        }
    }

    /** Whether it is a name of a set of nodes, and none of a result. */
    private static boolean isOfNodes(String word) {
        ClassNode nodes = ClassHelper.make(NodeSet.class);
        ClassNode result = ClassHelper.make(RunResult.class);
        boolean known = Members.methods(nodes).contains(word)
                || Members.properties(nodes).contains(word);
        return known
                && !Members.methods(result).contains(word)
                && !Members.properties(result).contains(word);
    }

    /** Whether what {@code on} is given is no more than a word: {@code on node 'x'} begins with {@code on node} for the parser. */
    private static boolean isBare(MethodCallExpression on, String name) {
        return Chain.argument(on, 0)
                .filter(argument -> argument instanceof VariableExpression word
                        && word.getName().equals(name))
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
