package ehpc.api;

import java.util.Locale;

/**
 * Stands for a value that is not known yet, such as that of a variable before a script runs. It keeps every rule that does not
 * follow from its kind, and a rule that looks at it stays undecided. A request that holds one can be checked, but not sent.
 *
 * @param kind what is known of the value
 * @param name what it is called in a message, such as {@code a Duration}
 */
public record Unknown(Kind kind, String name) {

    /** What is known of a value. */
    public enum Kind {
        /** Nothing: it may be anything, or not be given. */
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
        /** A text that must not be shown. */
        SECRET,
        /** None of these: nothing that a request can hold. */
        OTHER
    }

    /** A value of which nothing is known. As a key of a map it stands for names that are not known. */
    public static final Unknown ANY = new Unknown(Kind.ANY, "a value");

    /** A value of a kind, called by the name of its type with the article. */
    public static Unknown of(Kind kind, String type) {
        boolean vowel = "AEIO".indexOf(type.toUpperCase(Locale.ROOT).charAt(0)) >= 0;
        return new Unknown(kind, (vowel ? "an " : "a ") + type);
    }

    /** Whether a value of this kind can be one that a parameter takes. */
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

    /** Whether a value of this kind can be an element of a list parameter. */
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
