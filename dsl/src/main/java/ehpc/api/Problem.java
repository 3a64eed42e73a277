package ehpc.api;

import java.util.Optional;

/**
 * A fault of a request.
 *
 * @param parameter the parameter's path, such as {@code Instance[2].Id}; empty for a value by itself
 * @param kind the kind of fault
 * @param message the fault and the correction, one line
 * @param suggestion the nearest valid name or value, also in the message; empty if none is near
 */
public record Problem(String parameter, Kind kind, String message, Optional<String> suggestion) {

    /** The kind of a fault. */
    public enum Kind {
        /** The operation has no parameter or field of that name. */
        UNKNOWN,
        /** A required parameter is missing. */
        MISSING,
        /** A parameter is given twice. */
        TWICE,
        /** The value has a type that the parameter does not take. */
        WRONG_TYPE,
        /** The value breaks a rule: range, length, valid values, form, or dependencies. */
        WRONG_VALUE
    }

    static Problem of(Kind kind, String message) {
        return new Problem("", kind, message, Optional.empty());
    }

    /** Returns the problem of a name that the operation does not have. */
    static Problem unknown(String path, String message, Optional<String> suggestion) {
        return new Problem(path, Kind.UNKNOWN, message, suggestion);
    }

    /** Returns the problem for the value at a path. */
    Problem at(String path) {
        return new Problem(path, kind, path + " " + message, suggestion);
    }

    /** Returns the problem with its path in another spelling; the message is unchanged. */
    public Problem written(String path) {
        return new Problem(path, kind, message, suggestion);
    }
}
