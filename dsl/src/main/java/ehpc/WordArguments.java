package ehpc;

import ehpc.api.Catalogue;
import ehpc.api.NameStyle;
import ehpc.api.NamedArguments;
import ehpc.api.Operation;
import ehpc.api.Parameter;
import ehpc.api.Parameter.Type;
import ehpc.api.Problem;
import ehpc.api.Request;
import ehpc.api.RequestCheck;
import ehpc.api.Secret;
import ehpc.api.UnknownValue;
import ehpc.language.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of a word that are parameters of its operation ({@link ehpc.language.WordFacts#arguments}), with the rules of the catalogue. The same
 * checks apply to the text of a script and to the values of a running one. Immutable.
 */
public final class WordArguments {

    /** The name of the argument that every word which waits takes; it is no parameter. */
    public static final String AWAIT = "await";

    private static final String SEVERAL = "...";
    private static final String OTHERS = "*";
    private static final String NONE = "-";
    private static final String SECRET =
            " must be secret('NAME'), which reads the environment variable NAME: a script contains no passwords";
    /** The parameters that the words fill in themselves. */
    private static final Set<String> OWN = Set.of("ClusterId", "RegionId", "ClientToken", "Sync", "Async");

    private static final Parameter WAIT =
            wait("Longest time to wait for the end, such as 20.minutes (default 30 minutes), or false");
    private static final Parameter MAY_WAIT =
            wait("Longest time to wait for the end, such as 20.minutes, or false (default)");

    private static Parameter wait(String help) {
        return Parameter.of(AWAIT, Type.STRING, help);
    }

    private final Word word;
    private final Operation form;
    private final List<String> positions;
    private final boolean several;
    /** The argument for the time to wait; empty if the word does not wait. */
    private final Optional<Parameter> waiting;
    /** The parameters of the operation by the names of arguments, where they differ. */
    private final Map<String, String> targets = new HashMap<>();

    private WordArguments(Word word, Operation operation, Catalogue catalogue) {
        this.word = word;
        List<Parameter> parameters = new ArrayList<>();
        List<String> unnamed = new ArrayList<>();
        Set<String> used = new HashSet<>(OWN);
        boolean many = false;
        boolean mayWait = false;
        for (String argument : word.arguments()) {
            mayWait |= argument.equals(AWAIT);
            if (argument.equals(NONE) || argument.equals(AWAIT)) {
                continue;
            }
            if (argument.equals(OTHERS)) {
                operation.parameters().stream()
                        .filter(other -> !used.contains(other.name()))
                        .forEach(parameters::add);
                continue;
            }
            String[] sides = argument.split("=");
            boolean list = sides[0].endsWith(SEVERAL);
            String name = sides[0].replace(SEVERAL, "");
            String[] path = sides[1].split(":");
            Operation of = path.length > 1 ? catalogue.operation(path[0]) : operation;
            String target = path[path.length - 1];
            used.add(target.split("\\.")[0]);
            targets.put(name, target);
            if (name.equals(name.toUpperCase(Locale.ROOT))) {
                name = name.toLowerCase(Locale.ROOT);
                unnamed.add(name);
                many |= list;
            }
            Parameter parameter = at(of, target);
            Type one = parameter.type() == Type.STRING_LIST ? Type.STRING : parameter.type();
            parameters.add(parameter.as(name, list ? Type.STRING_LIST : one));
        }
        this.positions = List.copyOf(unnamed);
        this.several = many;
        this.waiting = mayWait ? Optional.of(MAY_WAIT) : operation.async() ? Optional.of(WAIT) : Optional.empty();
        this.form = operation.withParameters(parameters);
    }

    /** Returns the arguments of a word; empty if it has none that are parameters. */
    public static Optional<WordArguments> of(Word word, Catalogue catalogue) {
        return word.arguments().isEmpty()
                ? Optional.empty()
                : word.operation()
                        .filter(name -> catalogue.names().contains(name))
                        .map(name -> new WordArguments(word, catalogue.operation(name), catalogue));
    }

    private static Parameter at(Operation operation, String path) {
        Optional<Parameter> direct = operation.parameter(path);
        if (direct.isPresent()) {
            return direct.get();
        }
        String[] names = path.split("\\.");
        Parameter here = operation.parameter(names[0]).orElseThrow();
        for (String name : Arrays.asList(names).subList(1, names.length)) {
            here = here.field(name).orElseThrow();
        }
        return here;
    }

    /** Returns the operation with the arguments of the word in place of its parameters, for completion and help. */
    public Operation form() {
        return form;
    }

    /** Returns the operation with only the arguments that have a name. */
    public Operation named() {
        List<Parameter> named = new ArrayList<>(form.parameters());
        named.removeIf(parameter -> positions.contains(parameter.name()));
        waiting.ifPresent(named::add);
        return form.withParameters(named);
    }

    /** Returns whether the last argument without a name may be given several times. */
    public boolean isOpen() {
        return several;
    }

    /** Returns the names of the arguments that are given by their position, in order. */
    public List<String> positions() {
        return positions;
    }

    /**
     * Returns every problem, with the names of the arguments.
     *
     * @param positional the values without a name; may be {@link UnknownValue}s
     * @param named the values by name
     */
    public List<Problem> problems(List<?> positional, Map<?, ?> named) {
        Map<Object, Object> values = new LinkedHashMap<>(named);
        List<Problem> problems = new ArrayList<>();
        if (waiting.isPresent() && values.containsKey(AWAIT) && !isWait(values.remove(AWAIT))) {
            problems.add(new Problem(
                    AWAIT,
                    Problem.Kind.WRONG_TYPE,
                    "await must be a duration like 20.minutes, or false",
                    Optional.empty()));
        }
        for (Object name : named.keySet()) {
            if (positions.contains(String.valueOf(name))) {
                problems.add(new Problem(
                        name.toString(),
                        Problem.Kind.UNKNOWN,
                        name + " must be given without a name",
                        Optional.empty()));
            }
        }
        for (int i = 0; i < positions.size(); i++) {
            boolean list = several && i == positions.size() - 1;
            if (list) {
                values.put(positions.get(i), rest(positional, i));
            } else if (i < positional.size()) {
                values.put(positions.get(i), positional.get(i));
            }
        }
        NamedArguments given = NamedArguments.read(form, values);
        problems.addAll(given.problems());
        Map<String, Object> parameters = new LinkedHashMap<>(given.parameters());
        form.parameters().stream()
                .filter(parameter -> parameter.secret() && isText(parameters.get(parameter.name())))
                .forEach(parameter -> {
                    parameters.put(parameter.name(), UnknownValue.ANY);
                    String name = NameStyle.SCRIPT.of(parameter.name());
                    problems.add(new Problem(name, Problem.Kind.WRONG_TYPE, name + SECRET, Optional.empty()));
                });
        RequestCheck.problems(Request.of(form, parameters), NameStyle.SCRIPT).forEach(problems::add);
        return problems;
    }

    private static boolean isWait(Object value) {
        boolean later = value instanceof UnknownValue unknown
                && (unknown.kind() == UnknownValue.Kind.ANY
                        || unknown.kind() == UnknownValue.Kind.FLAG
                        || unknown.name().endsWith("Duration"));
        return later || Boolean.FALSE.equals(value) || value instanceof Duration;
    }

    private static Object rest(List<?> positional, int from) {
        List<?> rest = positional.subList(Math.min(from, positional.size()), positional.size());
        boolean one = rest.size() == 1;
        if (one && rest.get(0) instanceof List<?> list) {
            return list;
        }
        return one && rest.get(0) instanceof UnknownValue unknown && unknown.kind() == UnknownValue.Kind.LIST
                ? unknown
                : Collections.unmodifiableList(new ArrayList<>(rest));
    }

    private static boolean isText(Object value) {
        boolean unknown = value instanceof UnknownValue later
                && (later.kind() == UnknownValue.Kind.ANY || later.kind() == UnknownValue.Kind.SECRET);
        return value != null && !unknown && !(value instanceof Secret);
    }

    /**
     * Returns named arguments as parameters of the operation, by the names of the catalogue; those without a plain parameter are left out.
     *
     * @param named checked values by name
     */
    public Map<String, Object> parameters(Map<?, ?> named) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        Map<Object, Object> plain = new LinkedHashMap<>(named);
        plain.remove(AWAIT);
        NamedArguments.read(form, plain).parameters().forEach((name, value) -> {
            if (value != null) {
                parameters.put(targets.getOrDefault(name, name), value);
            }
        });
        return parameters;
    }

    /** Returns the word as it is called in messages. */
    public String call() {
        return word.call();
    }
}
