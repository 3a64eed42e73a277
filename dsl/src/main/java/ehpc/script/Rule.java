package ehpc.script;

import com.fasterxml.jackson.annotation.JsonValue;
import ehpc.api.Problem;

/** The rules for scripts, as {@code ehpc check} names them. The ids are stable: programs may rely on them. */
public enum Rule {
    /** The text must be Groovy. */
    SYNTAX("syntax", "the text must be valid Groovy"),
    /** A word must be one of the language, a variable or a method. */
    UNKNOWN_WORD("unknown-word", "a word must be a word of the language, or a variable or method of the script"),
    /** A member of a value must exist in its type. */
    UNKNOWN_NAME("unknown-name", "a name after a value must be a member of its type"),
    /** A call through {@code api} must name an operation of the service. */
    UNKNOWN_OPERATION("unknown-operation", "a name after api must be an operation of the service"),
    /** An argument's name must be a parameter of the operation. */
    UNKNOWN_PARAMETER("unknown-parameter", "the name of an argument must be a parameter of the operation"),
    /** A required value is missing. */
    MISSING("missing", "required arguments of an operation or a word must be given"),
    /** A value must have the type that its position takes. */
    WRONG_TYPE("wrong-type", "a value must have the expected type"),
    /** A literal value must satisfy the service's rules: range, length, valid values, form. */
    WRONG_VALUE(
            "wrong-value", "a literal value must comply with the service's rules: range, length, valid values, form"),
    /** A {@code run} must end with {@code on} and its nodes. */
    NO_NODES("no-nodes", "a run must end with on and nodes"),
    /** Options of a run must precede {@code on}, which ends and sends the statement. */
    AFTER_ON("after-on", "the options of a run must come before on, which ends and sends the statement"),
    /** A word that is allowed once must not be repeated. */
    TWICE("twice", "a name, word or argument must not be given twice"),
    /** A word must be in its scope: in a cluster block, or outside of one. */
    PLACE("place", "a word must be in its scope: in a cluster block, or outside of one"),
    /** {@code region} must precede the first word that calls the service. */
    LATE_REGION("late-region", "region must come before the first word that calls the service"),
    /** A command must not be built from values as plain text, which a shell would interpret. */
    PLAIN_TEXT("plain-text", "a command must not be built from values as plain text, which a shell would read"),
    /** A valid script stopped while it ran. */
    STOPPED("stopped", "the script is correct, and failed while it ran");

    private final String id;
    private final String help;

    Rule(String id, String help) {
        this.id = id;
        this.help = help;
    }

    /** Returns the short name, such as {@code unknown-word}. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Returns the rule for a problem of a request. */
    public static Rule of(Problem.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> UNKNOWN_PARAMETER;
            case MISSING -> MISSING;
            case TWICE -> TWICE;
            case WRONG_TYPE -> WRONG_TYPE;
            case WRONG_VALUE -> WRONG_VALUE;
        };
    }

    /** Returns the rule, in one line. */
    public String help() {
        return help;
    }

    /** Returns the id. */
    @Override
    public String toString() {
        return id;
    }
}
