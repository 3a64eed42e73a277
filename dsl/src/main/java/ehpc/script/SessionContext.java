package ehpc.script;

import ehpc.api.Catalogue;
import ehpc.script.internal.symbols.KnownImport;
import ehpc.script.internal.symbols.KnownMethod;
import ehpc.script.internal.symbols.KnownType;
import ehpc.script.internal.symbols.KnownVariable;
import ehpc.script.internal.symbols.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that the next entry of an {@link InteractiveSession} may use, without values, at one moment. Immutable and thread-safe. */
public final class SessionContext {

    /** The context of an empty session with {@link Catalogue#ehpc}. */
    public static final SessionContext EMPTY = of(Catalogue.ehpc());

    private final SymbolTable known;

    SessionContext(SymbolTable known) {
        this.known = known;
    }

    /**
     * A variable of a session.
     *
     * @param name its name; also {@code _}, {@code _1} and {@code error} if defined
     * @param type its type with simple names, such as {@code List<String>}; {@code Object} if unknown
     * @param raw the class of that type
     */
    public record Variable(String name, String type, Class<?> raw) {}

    /**
     * A method of a session; overloads are listed separately.
     *
     * @param name its name
     * @param parameters the types of its parameters, by simple names
     * @param type its return type, by simple name
     */
    public record Method(String name, List<String> parameters, String type) {

        /** Copies the parameters. */
        public Method {
            parameters = List.copyOf(parameters);
        }
    }

    /** Returns the context of an empty session with the operations of a catalogue. */
    public static SessionContext of(Catalogue catalogue) {
        return new SessionContext(SymbolTable.empty(catalogue));
    }

    /** Returns the operations that {@code api} calls. */
    public Catalogue catalogue() {
        return known.catalogue();
    }

    /** Returns the number of the next entry, from 1; messages call it {@code [3]}. */
    public int number() {
        return known.number();
    }

    /** Returns the variables in the order of definition. */
    public List<Variable> variables() {
        return known.variables().values().stream().map(SessionContext::shown).toList();
    }

    /**
     * Returns the text keys of a map in a variable after the last entry, at most 100.
     *
     * @return empty if the variable is unknown or is not a map
     */
    public List<String> keys(String variable) {
        KnownVariable named = known.variables().get(variable);
        return named == null ? List.of() : named.keys();
    }

    /** Returns the methods in the order of definition. */
    public List<Method> methods() {
        return known.methods().stream().map(SessionContext::shown).toList();
    }

    /** Returns the imports, as written after {@code import}: {@code java.time.Period}, {@code static java.lang.Math.*}. */
    public List<String> imports() {
        return known.imports().stream().map(KnownImport::toString).toList();
    }

    /** Returns the classes that entries defined, by name. */
    public List<Class<?>> classes() {
        return new ArrayList<>(known.classes().values());
    }

    /** Returns the id of the current cluster; empty if none is chosen. */
    public Optional<String> cluster() {
        return known.cluster();
    }

    /** Returns the region that an entry chose; empty if none did. */
    public Optional<String> region() {
        return known.region();
    }

    private static Variable shown(KnownVariable variable) {
        return new Variable(
                variable.name(), variable.type().toString(), variable.type().raw());
    }

    private static Method shown(KnownMethod method) {
        List<String> parameters =
                method.parameters().stream().map(KnownType::toString).toList();
        return new Method(method.name(), parameters, method.type().toString());
    }

    SymbolTable known() {
        return known;
    }
}
