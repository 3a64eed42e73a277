package ehpc.local.internal.port;

/** How a client's connection ends. */
public enum Ending {
    /** When the server ends it. */
    PLAIN,
    /** By a reset, when the server ends it. */
    RESET,
    /** By a reset, when the client sends more; that is not relayed. */
    RESET_BY_NEXT_REQUEST
}
