package ehpc;

/** What InitializeEHPC did. */
public enum Initialization {
    /** It created the service-linked role. */
    CREATED,
    /** The role was there already. */
    ALREADY_DONE
}
