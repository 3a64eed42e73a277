package ehpc.language;

/** Where in a script code can stand. */
public enum WordScope {
    /** What runs at once, from the first line on. */
    TOP,
    /** A cluster block. */
    CLUSTER,
    /** A method or closure of the script, which a cluster block may call. */
    OWN
}
