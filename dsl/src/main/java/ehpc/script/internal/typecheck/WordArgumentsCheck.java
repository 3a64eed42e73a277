package ehpc.script.internal.typecheck;

import ehpc.WordArguments;
import ehpc.api.Catalogue;
import ehpc.api.InputException;
import ehpc.api.Problem;
import ehpc.api.UnknownValue;
import ehpc.command.Raw;
import ehpc.dsl.ChangesDsl;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import ehpc.node.Node;
import ehpc.node.NodeNames;
import ehpc.node.NodeSet;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.syntax.Literal;
import ehpc.script.internal.words.Members;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;

/** Checks the arguments of words against the rules of the parameters that they become, such as those of {@code users.add}. */
final class WordArgumentsCheck {

    /** A part of the words of a cluster. */
    private static final ClassNode CHANGES = ClassHelper.make(ChangesDsl.class);

    private static final UnknownValue RAW = UnknownValue.of(UnknownValue.Kind.OTHER, Raw.class.getSimpleName());

    private static final List<ClassNode> NODES = List.of(
            ClassHelper.make(NodeSet.class),
            ClassHelper.make(Node.class),
            ClassHelper.make(CharSequence.class),
            ClassHelper.GSTRING_TYPE,
            ClassHelper.COLLECTION_TYPE);

    private final Function<Expression, ClassNode> types;
    private final ApiCheck.Report report;
    private final Supplier<Catalogue> catalogue;

    WordArgumentsCheck(Function<Expression, ClassNode> types, ApiCheck.Report report, Supplier<Catalogue> catalogue) {
        this.types = types;
        this.report = report;
        this.catalogue = catalogue;
    }

    /** Checks a call of a method, if that is a word with such arguments. */
    void check(MethodCallExpression call, MethodNode target) {
        if (isListOfWords(call, target)) {
            return;
        }
        ClassNode owner = target.getDeclaringClass();
        Optional<Word> word = Optional.of(CHANGES)
                .filter(owner::equals)
                .map(changes -> WordPlace.CLUSTER)
                .or(() -> WordPlace.of(owner.getName()))
                .flatMap(place -> Vocabulary.at(place, Vocabulary.word(target.getName())))
                .filter(known -> !known.arguments().isEmpty());
        if (word.isPresent() && call.getArguments() instanceof TupleExpression given) {
            WordArguments.of(word.get(), catalogue.get())
                    .ifPresent(arguments -> check(call, word.get(), arguments, given.getExpressions()));
        }
    }

    private void check(MethodCallExpression call, Word word, WordArguments arguments, List<Expression> given) {
        if (given.stream().anyMatch(SpreadExpression.class::isInstance)) {
            return; // only the running script knows their number
        }
        Expression first = given.isEmpty() ? null : ApiArguments.uncast(given.get(0));
        boolean named = first instanceof MapExpression;
        nodes(call, word, given.subList(named ? 1 : 0, given.size()));
        boolean unknown = !named && !given.isEmpty() && isMap(given.get(0));
        MapExpression map = named ? (MapExpression) first : new MapExpression();
        ApiArguments texts = new ApiArguments(map, types, (place, finding) -> report.error(call, place, finding));
        Map<Object, Object> values = new LinkedHashMap<>(texts.values());
        if (unknown) {
            values.put(UnknownValue.ANY, UnknownValue.ANY);
        }
        List<Object> positional =
                texts.positional(given.subList(named || unknown ? 1 : 0, given.size()), arguments.positions());
        if (word.types().contains(Raw.class.getName())) {
            positional.replaceAll(WordArgumentsCheck::rawIsText);
        }
        Map<Expression, List<Problem>> byPlace = new IdentityHashMap<>();
        List<Expression> order = new ArrayList<>();
        for (Problem problem : arguments.problems(positional, values)) {
            Expression place = texts.at(problem.parameter(), call.getMethod());
            if (!byPlace.containsKey(place)) {
                order.add(place);
            }
            byPlace.computeIfAbsent(place, any -> new ArrayList<>()).add(problem);
        }
        order.forEach(place -> report.error(call, place, finding(byPlace.get(place), word)));
    }

    private static Object rawIsText(Object value) {
        return RAW.equals(value) ? UnknownValue.of(UnknownValue.Kind.TEXT, "String") : value;
    }

    /** Checks the nodes of a word that takes them in several forms. */
    private void nodes(MethodCallExpression call, Word word, List<Expression> given) {
        if (!word.names().filter("node"::equals).isPresent() || given.size() != 1) {
            return;
        }
        ClassNode type = types.apply(given.get(0));
        boolean nodes = WordCheck.isUnknown(type)
                || NODES.stream()
                        .anyMatch(one -> StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(type, one));
        if (!nodes) {
            String message = "'" + word.name() + "' expects " + word.takes().orElse(word.form()) + ", got "
                    + (Literal.isNull(given.get(0)) ? "null" : Members.describe(type));
            report.error(call, given.get(0), Finding.of(Rule.WRONG_TYPE, message));
        } else if (given.get(0) instanceof ConstantExpression text && text.getValue() instanceof String names) {
            try {
                NodeNames.expand(names);
            } catch (InputException e) {
                report.error(call, text, Finding.of(Rule.WRONG_VALUE, e.getMessage()));
            }
        }
    }

    /** Reports a method of a list of Java that has the name of a word: the arguments are not those of the word. */
    private boolean isListOfWords(MethodCallExpression call, MethodNode target) {
        if (call.isImplicitThis()
                || !"java.util".equals(target.getDeclaringClass().getPackageName())) {
            return false;
        }
        Optional<Word> word = WordPlace.of(
                        types.apply(call.getObjectExpression()).getName())
                .filter(WordPlace::isGroup)
                .flatMap(place -> Vocabulary.at(place, target.getName()));
        word.ifPresent(known -> report.error(
                call,
                call.getMethod(),
                Finding.of(
                        Rule.WRONG_TYPE,
                        "'" + known.name() + "' expects " + known.takes().orElse(known.form()))));
        return word.isPresent();
    }

    private boolean isMap(Expression argument) {
        return StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(types.apply(argument), ClassHelper.MAP_TYPE);
    }

    private static Finding finding(List<Problem> problems, Word word) {
        String message = problems.stream().map(Problem::message).collect(Collectors.joining("; "));
        boolean missing = problems.stream().anyMatch(problem -> problem.kind() == Problem.Kind.MISSING);
        String form = missing
                ? word.takes()
                        .map(takes -> "; " + word.call() + " expects " + takes)
                        .orElse("")
                : "";
        Optional<String> suggestion = problems.stream()
                .flatMap(problem -> problem.suggestion().stream())
                .findFirst();
        return new Finding(Rule.of(problems.get(0).kind()), message + form, suggestion);
    }
}
