package ehpc.edit;

/**
 * Something that can be written at a place.
 *
 * @param text what takes the place of what was written of it
 * @param append what most likely follows, to be added when the candidate is chosen: a blank, an opening parenthesis, a colon and a
 *     blank, a closing quote; empty when nothing does
 * @param description what it is, in one line; may be empty
 * @param kind what sort of thing it is
 */
public record Candidate(String text, String append, String description, Kind kind) {

    /** Sorts of candidates. */
    public enum Kind {
        /** A word of the language. */
        WORD,
        /** A word that Groovy keeps for itself. */
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
        /** A name that the service or the environment gave. */
        NAME,
        /** A class, an interface, an enum or a record. */
        TYPE,
        /** A package of classes. */
        PACKAGE
    }
}
