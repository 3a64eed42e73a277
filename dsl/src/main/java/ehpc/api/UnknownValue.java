package ehpc.api;

import java.util.Locale;

/**
 * Represents a value that is not known yet, such as that of a variable before a script runs. It satisfies every rule except those on its
 * kind, and leaves rules that depend on it undecided. A request with one can be checked, but not sent.
 *
 * @param kind the kind of the value
 * @param name its name in messages, such as {@code a Duration}
 */
public record UnknownValue(Kind kind, String name) {

    /** The kind of an unknown value. */
    public enum Kind {
        /** Any value, or none. */
        ANY,
        /** A text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** True or false. */
        FLAG,
        /** A list. */
        LIST,
        /** A map. */
        OBJECT,
        /** A text that is never shown. */
        SECRET,
        /** A value that no request can contain. */
        OTHER
    }

    /** A value of any kind. As a key of a map, it represents unknown names. */
    public static final UnknownValue ANY = new UnknownValue(Kind.ANY, "a value");

    /** Returns a value of a kind, named by its type with an article. */
    public static UnknownValue of(Kind kind, String type) {
        boolean vowel = "AEIO".indexOf(type.toUpperCase(Locale.ROOT).charAt(0)) >= 0;
        return new UnknownValue(kind, (vowel ? "an " : "a ") + type);
    }

    /** Returns whether a parameter can take a value of this kind. */
    boolean fits(Parameter parameter) {
        return switch (kind) {
            case ANY -> true;
            case TEXT -> !structure(parameter.type());
            case NUMBER -> !structure(parameter.content()) && parameter.type() != Parameter.Type.BOOLEAN;
            case FLAG -> parameter.type() == Parameter.Type.STRING || parameter.type() == Parameter.Type.BOOLEAN;
            case LIST ->
                parameter.content() == Parameter.Type.OBJECT_LIST || parameter.content() == Parameter.Type.STRING_LIST;
            case OBJECT -> parameter.content() == Parameter.Type.OBJECT;
            case SECRET -> parameter.secret();
            case OTHER -> false;
        };
    }

    boolean mayHaveFields() {
        return kind == Kind.ANY || kind == Kind.OBJECT;
    }

    /** Returns whether a list parameter can contain a value of this kind. */
    boolean fitsIn(Parameter list) {
        boolean texts = list.content() == Parameter.Type.STRING_LIST;
        return switch (kind) {
            case ANY -> true;
            case TEXT, NUMBER, FLAG -> texts;
            case OBJECT -> !texts;
            default -> false;
        };
    }

    private static boolean structure(Parameter.Type type) {
        return type == Parameter.Type.OBJECT
                || type == Parameter.Type.OBJECT_LIST
                || type == Parameter.Type.STRING_LIST;
    }

    @Override
    public String toString() {
        return name;
    }
}
