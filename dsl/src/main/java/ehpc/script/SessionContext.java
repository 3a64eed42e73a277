package ehpc.script;

import ehpc.script.internal.memory.Known;
import ehpc.script.internal.memory.KnownImport;
import ehpc.script.internal.memory.KnownMethod;
import ehpc.script.internal.memory.KnownType;
import ehpc.script.internal.memory.KnownVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an {@link InteractiveSession} knows at a moment, besides the values: the names that the next entry may use. Immutable, safe for
 * use by any thread while the session goes on.
 */
public final class SessionContext {

    /** The context of a session in which nothing was said yet. */
    public static final SessionContext EMPTY = new SessionContext(Known.NOTHING);

    private final Known known;

    SessionContext(Known known) {
        this.known = known;
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

    /** Returns the number of the next entry, from 1: messages call it {@code [3]}. */
    public int number() {
        return known.number();
    }

    /** Returns the variables, those defined first first. */
    public List<Variable> variables() {
        return known.variables().values().stream().map(SessionContext::told).toList();
    }

    /**
     * Returns the keys of a map that a variable held when the last entry was over, as far as they are texts: at most a hundred.
     *
     * @return none where the variable is not known, or holds something else
     */
    public List<String> keys(String variable) {
        KnownVariable named = known.variables().get(variable);
        return named == null ? List.of() : named.keys();
    }

    /** Returns the methods, those defined first first. */
    public List<Method> methods() {
        return known.methods().stream().map(SessionContext::told).toList();
    }

    /** What was imported, as behind {@code import}: {@code java.time.Period}, {@code static java.lang.Math.*}. */
    public List<String> imports() {
        return known.imports().stream().map(KnownImport::toString).toList();
    }

    /** Returns the classes that entries defined, by their names. */
    public List<Class<?>> classes() {
        return new ArrayList<>(known.classes().values());
    }

    /** Returns the id of the current cluster; empty where none was chosen. */
    public Optional<String> cluster() {
        return known.cluster();
    }

    /** Returns the region that an entry went on in; empty where none chose one. */
    public Optional<String> region() {
        return known.region();
    }

    private static Variable told(KnownVariable variable) {
        return new Variable(
                variable.name(), variable.type().toString(), variable.type().raw());
    }

    private static Method told(KnownMethod method) {
        List<String> parameters =
                method.parameters().stream().map(KnownType::toString).toList();
        return new Method(method.name(), parameters, method.type().toString());
    }

    Known known() {
        return known;
    }
}
