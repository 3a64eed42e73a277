package ehpc.edit;

/**
 * A completion of the text at a position.
 *
 * @param text the text that replaces the typed part
 * @param append the text that most likely follows, to be added if the candidate is chosen: a space, an opening parenthesis, a colon and a
 *     space, a closing quote; may be empty
 * @param description a description in one line; may be empty
 * @param kind its kind
 */
public record Candidate(String text, String append, String description, Kind kind) {

    /** The kinds of candidates. */
    public enum Kind {
        /** A word of the language. */
        WORD,
        /** A keyword of Groovy. */
        KEYWORD,
        /** An operation of the service. */
        OPERATION,
        /** A parameter of an operation, or a name of an argument. */
        PARAMETER,
        /** A valid value. */
        VALUE,
        /** A property of a value. */
        PROPERTY,
        /** A method of a value. */
        METHOD,
        /** A variable of the script or the session. */
        VARIABLE,
        /** A name from the service or the environment. */
        NAME,
        /** A class, an interface, an enum or a record. */
        TYPE,
        /** A package of classes. */
        PACKAGE
    }
}
