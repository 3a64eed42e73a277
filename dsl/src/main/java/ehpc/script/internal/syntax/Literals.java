package ehpc.script.internal.syntax;

import ehpc.Cluster;
import ehpc.EhpcClient;
import ehpc.ImageQuery;
import ehpc.PostScript;
import ehpc.RunStep;
import ehpc.Service;
import ehpc.api.Catalogue;
import ehpc.api.InputException;
import ehpc.api.Transport;
import ehpc.command.Command;
import ehpc.dsl.Width;
import ehpc.language.Vocabulary;
import ehpc.node.CountOrPercent;
import ehpc.node.NodeNames;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.words.Forms;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;

/** Checks the literal arguments of words, so that nothing is sent if one is invalid. */
public final class Literals {

    private static final EhpcClient OFFLINE = EhpcClient.create(Transport.OFFLINE, "cn-hangzhou");
    private static final RunStep STEP = OFFLINE.cluster("ehpc-offline").run("true");

    /** A check of a value by the library; a value of another type is left to the type checker. */
    private record Check<T>(Class<T> type, Consumer<T> library) {
        void of(Object value) {
            if (type.isInstance(value)) {
                library.accept(type.cast(value));
            }
        }
    }

    /** The checks of all options of {@code run}; a spec compares them with the vocabulary. */
    private static final Map<String, Check<?>> OPTIONS = Map.of(
            "from", new Check<>(String.class, STEP::from),
            "timeout", new Check<>(Duration.class, STEP::timeout),
            "tolerate", new Check<>(Object.class, share -> share(share).ifPresent(STEP::tolerate)),
            "waves", new Check<>(Object.class, Literals::wave));

    private static final Set<String> OPERATORS = Set.of("+", "-", "&", "|", "^");

    private static final Check<String> NAMES = new Check<>(String.class, NodeNames::expand);

    private final Findings findings;
    private final Map<String, Check<?>> words;
    private int postScripts;

    Literals(Findings findings, Catalogue catalogue) {
        this.findings = findings;
        this.words = words(catalogue);
    }

    /** Returns the checks of the words that begin a statement. */
    static Map<String, Check<?>> words(Catalogue catalogue) {
        return Map.of(
                "run", new Check<>(String.class, Command::of),
                "cluster", new Check<>(String.class, OFFLINE::cluster),
                "region", new Check<>(String.class, OFFLINE.withCatalogue(catalogue)::withRegion),
                "initialize", new Check<>(String.class, Service::named),
                "postScript", new Check<>(String.class, PostScript::of),
                "parallel", new Check<>(Integer.class, Width::checked));
    }

    /**
     * Checks the id of a cluster.
     *
     * @throws InputException if it is invalid
     */
    public static void clusterId(String id) {
        OFFLINE.cluster(id);
    }

    /** Checks the arguments of a word without a receiver. */
    void word(MethodCallExpression call) {
        String word = Vocabulary.word(String.valueOf(call.getMethodAsString()));
        Forms.word(word).ifPresent(form -> refuseNull(call, word, form));
        CommandChain.argument(call, 0).ifPresent(argument -> check(argument, words.get(word)));
        if (word.equals("postScript")) {
            count(call);
        }
    }

    private static void wave(Object size) {
        STEP.waves(share(size)
                .orElseThrow(() ->
                        new InputException("a wave must be a number of nodes or a share like 10.percent, is " + size)));
    }

    /** Reports a literal null, which no word accepts. */
    private void refuseNull(MethodCallExpression call, String word, String form) {
        CommandChain.arguments(call).stream().filter(Literal::isNull).forEach(argument -> {
            String message = "'" + word + "' expects " + form + ", got null";
            findings.add(argument, Finding.of(Rule.WRONG_TYPE, message));
        });
    }

    /** Checks an option of {@code run}, or its {@code on}. */
    void option(MethodCallExpression call) {
        String word = Vocabulary.word(String.valueOf(call.getMethodAsString()));
        refuseNull(call, word, Forms.runOption(word));
        if ("waves".equals(call.getMethodAsString())
                && CommandChain.arguments(call).isEmpty()) {
            String message = "'waves' expects " + Forms.runOption("waves") + ", got nothing";
            findings.add(call.getMethod(), Finding.of(Rule.MISSING, message));
        }
        CommandChain.arguments(call).forEach(argument -> check(argument, OPTIONS.get(call.getMethodAsString())));
    }

    /** Checks a text in brackets after a set of nodes. */
    void names(Expression text) {
        if (Literal.isNull(text)) {
            String message = "nodes[...] expects names or a position (nodes['compute000']), got null";
            findings.add(text, Finding.of(Rule.WRONG_TYPE, message));
        }
        check(text, NAMES);
    }

    /** Returns whether it is an operation on sets of nodes. */
    static boolean isOperation(Expression expression) {
        return expression instanceof BinaryExpression operation
                && OPERATORS.contains(operation.getOperation().getText());
    }

    /** Checks an operation on nodes, whose right operand may be names. */
    void operand(BinaryExpression operation) {
        if (!isOperation(operation)) {
            return;
        }
        if (Literal.isNull(operation.getRightExpression())) {
            findings.add(operation, Forms.operand(operation.getOperation().getText(), "null"));
        }
        check(operation.getRightExpression(), NAMES);
    }

    /** Checks the conditions of {@code images.custom(owner: 'self')}. */
    void images(String word, MethodCallExpression custom) {
        if (!word.equals("images")) {
            return;
        }
        for (Expression given : CommandChain.arguments(custom)) {
            if (given instanceof MapExpression conditions) {
                conditions.getMapEntryExpressions().forEach(this::condition);
            }
        }
    }

    private void condition(MapEntryExpression condition) {
        String name = condition.getKeyExpression().getText();
        String owner = Literal.text(condition.getValueExpression()).orElse("self");
        if (!ImageQuery.CONDITIONS.contains(name)) {
            String message = "unknown condition '" + name + "' of images.custom";
            findings.add(condition, Finding.unknown(Rule.UNKNOWN_NAME, message, name, ImageQuery.CONDITIONS));
        } else if (name.equals("owner") && !ImageQuery.OWNERS.containsKey(owner)) {
            String message =
                    "owner must be " + String.join(" or ", ImageQuery.OWNERS.keySet()) + ", is '" + owner + "'";
            findings.add(condition.getValueExpression(), Finding.of(Rule.WRONG_VALUE, message));
        }
    }

    /** Begins a cluster block, whose post scripts are counted together. */
    void clusterBlock() {
        postScripts = 0;
    }

    private void count(MethodCallExpression postScript) {
        postScripts++;
        if (postScripts == Cluster.MAX_POST_SCRIPTS + 1) {
            String message = "a cluster has at most " + Cluster.MAX_POST_SCRIPTS + " post scripts, this is one more";
            findings.add(postScript, Finding.of(Rule.WRONG_VALUE, message));
        }
    }

    private void check(Expression argument, Check<?> check) {
        try {
            if (check != null) {
                Literal.value(argument).ifPresent(check::of);
            }
        } catch (InputException e) {
            findings.add(argument, Finding.of(Rule.WRONG_VALUE, e.getMessage()));
        }
    }

    private static Optional<CountOrPercent> share(Object value) {
        if (value instanceof Integer count) {
            return Optional.of(CountOrPercent.count(count));
        }
        return value instanceof CountOrPercent share ? Optional.of(share) : Optional.empty();
    }
}
