package ehpc.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an {@link InteractiveSession} knows at a moment, besides the values: the names that the next entry may use. Immutable, safe for
 * use by any thread while the session goes on.
 */
public final class SessionContext {

    /** The context of a session in which nothing was said yet. */
    public static final SessionContext EMPTY =
            new SessionContext(1, Map.of(), List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty());

    private final int number;
    private final Map<String, KnownVariable> variables;
    private final List<KnownMethod> methods;
    private final List<KnownImport> imports;
    private final Map<String, Class<?>> classes;
    private final Optional<String> cluster;
    private final Optional<String> region;

    SessionContext(
            int number,
            Map<String, KnownVariable> variables,
            List<KnownMethod> methods,
            List<KnownImport> imports,
            Map<String, Class<?>> classes,
            Optional<String> cluster,
            Optional<String> region) {
        this.number = number;
        this.variables = new LinkedHashMap<>(variables);
        this.methods = List.copyOf(methods);
        this.imports = List.copyOf(imports);
        this.classes = new LinkedHashMap<>(classes);
        this.cluster = cluster;
        this.region = region;
    }

    /**
     * A variable of a session.
     *
     * @param name as it is written; also {@code _}, {@code _1} and {@code error} where they are known
     * @param type what is known of its values, by simple names, such as {@code List<String>}; {@code Object} where nothing is
     * @param raw the class of that type
     */
    public record Variable(String name, String type, Class<?> raw) {}

    /**
     * A method of a session; each of several of one name is one of its own.
     *
     * @param name as it is called
     * @param parameters the types of what it takes, by simple names
     * @param type of what it gives, by simple name
     */
    public record Method(String name, List<String> parameters, String type) {

        /** Copies the parameters. */
        public Method {
            parameters = List.copyOf(parameters);
        }
    }

    /** The number of the next entry, from 1: messages call it {@code [3]}. */
    public int number() {
        return number;
    }

    /** The variables, those defined first first. */
    public List<Variable> variables() {
        return variables.values().stream().map(KnownVariable::told).toList();
    }

    /** The methods, those defined first first. */
    public List<Method> methods() {
        return methods.stream().map(KnownMethod::told).toList();
    }

    /** What was imported, as behind {@code import}: {@code java.time.Period}, {@code static java.lang.Math.*}. */
    public List<String> imports() {
        return imports.stream().map(KnownImport::toString).toList();
    }

    /** The classes that entries defined, by their names. */
    public List<Class<?>> classes() {
        return new ArrayList<>(classes.values());
    }

    /** The id of the current cluster; empty where none was chosen. */
    public Optional<String> cluster() {
        return cluster;
    }

    /** The region that an entry went on in; empty where none chose one. */
    public Optional<String> region() {
        return region;
    }

    SessionContext next() {
        return new SessionContext(number + 1, variables, methods, imports, classes, cluster, region);
    }

    SessionContext at(Optional<String> current, Optional<String> place) {
        return new SessionContext(number, variables, methods, imports, classes, current, place);
    }

    /** What is known when an entry has run; of a variable only what is true of its value. */
    SessionContext with(Learned entry, Memory memory) {
        Map<String, KnownVariable> names = new LinkedHashMap<>(variables);
        Set<String> kept = memory.kept().keySet();
        entry.variables().forEach((name, variable) -> {
            KnownVariable before = names.get(name);
            if (kept.contains(name) || before != null && !before.given()) {
                names.put(name, variable);
            }
        });
        Map<String, Class<?>> types = new LinkedHashMap<>(classes);
        types.putAll(entry.classes());
        names.replaceAll((name, variable) -> variable.among(types).asIs(memory.value(name)));
        List<KnownMethod> forms = new ArrayList<>(methods);
        Set<String> replaced = entry.methods().stream().map(KnownMethod::key).collect(Collectors.toSet());
        forms.removeIf(form -> replaced.contains(form.key()));
        forms.addAll(entry.methods());
        forms.replaceAll(form -> form.among(types));
        return new SessionContext(number, names, forms, imports(entry), types, cluster, region);
    }

    private List<KnownImport> imports(Learned entry) {
        List<KnownImport> all = new ArrayList<>(imports);
        all.removeIf(one -> entry.imports().stream().anyMatch(one::isReplacedBy)
                || !one.isStatic() && entry.classes().containsKey(one.alias()));
        all.addAll(entry.imports());
        return all;
    }

    /** The same with the values that have numbers, where no variable of a person has such a name. */
    SessionContext withResults(Map<String, KnownVariable> results) {
        Map<String, KnownVariable> names = new LinkedHashMap<>(variables);
        names.values().removeIf(KnownVariable::given);
        results.forEach(names::putIfAbsent);
        return new SessionContext(number, names, methods, imports, classes, cluster, region);
    }

    Optional<KnownVariable> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    Set<String> methodNames() {
        return methods.stream().map(KnownMethod::name).collect(Collectors.toSet());
    }

    Map<String, KnownVariable> known() {
        return variables;
    }

    List<KnownMethod> knownMethods() {
        return methods;
    }

    List<KnownImport> knownImports() {
        return imports;
    }

    /** The classes that an entry may name, and those of the static methods that it may call. */
    Map<String, Class<?>> visibleClasses() {
        Map<String, Class<?>> visible = new LinkedHashMap<>(classes);
        methods.stream()
                .filter(KnownMethod::fixed)
                .forEach(method -> visible.put(method.owner().getName(), method.owner()));
        return visible;
    }

    Map<String, Class<?>> knownClasses() {
        return classes;
    }
}
