package ehpc.api;

import java.util.Optional;

/**
 * One thing that is wrong with a request.
 *
 * @param parameter the parameter's path as a person writes it, such as {@code Instance[2].Id}; empty for a value by itself
 * @param kind the kind of fault
 * @param message what is wrong and what would be right, one line
 * @param suggestion the nearest right name or value, which the message has too; empty where nothing is near
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
        /** The value breaks a rule: range, length, valid values, form, or what stands beside it. */
        WRONG_VALUE
    }

    static Problem of(Kind kind, String message) {
        return new Problem("", kind, message, Optional.empty());
    }

    /** A name that is none of the operation's. */
    static Problem unknown(String path, String message, Optional<String> suggestion) {
        return new Problem(path, Kind.UNKNOWN, message, suggestion);
    }

    /** The same of the value at a path. */
    Problem at(String path) {
        return new Problem(path, kind, path + " " + message, suggestion);
    }

    /** The same of a path in another spelling; the message stays as it is. */
    public Problem written(String path) {
        return new Problem(path, kind, message, suggestion);
    }
}
