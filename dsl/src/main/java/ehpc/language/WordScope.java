package ehpc.language;

/** The scope of code in a script. */
public enum WordScope {
    /** The top level. */
    TOP,
    /** A cluster block. */
    CLUSTER,
    /** A method or closure of the script, which a cluster block may call. */
    OWN
}
