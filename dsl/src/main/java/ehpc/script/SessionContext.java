package ehpc.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    Optional<KnownVariable> variable(String name) {
        return Optional.ofNullable(variables.get(name));
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

    Map<String, Class<?>> knownClasses() {
        return classes;
    }
}
