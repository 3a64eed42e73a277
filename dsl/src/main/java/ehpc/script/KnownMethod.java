package ehpc.script;

import java.util.List;

/**
 * A method that entries to come may call.
 *
 * @param owner the class that defines it
 * @param fixed whether it is static
 */
record KnownMethod(String name, List<KnownType> parameters, KnownType type, Class<?> owner, boolean fixed) {

    KnownMethod {
        parameters = List.copyOf(parameters);
    }

    /** By what it takes the place of another. */
    String key() {
        return name + parameters.stream().map(type -> type.raw().getName()).toList();
    }

    SessionContext.Method told() {
        return new SessionContext.Method(
                name, parameters.stream().map(KnownType::toString).toList(), type.toString());
    }
}
