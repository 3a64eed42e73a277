package ehpc.local;

/** How the local service runs the commands of its nodes. */
public enum ExecutionMode {
    /**
     * The strongest isolation available: {@link #BUBBLEWRAP}, else {@link #UNSHARE}, else, if this process runs inside a container,
     * {@link #CONTAINER}. Never {@link #HOST}.
     */
    AUTO,
    /** Isolation by bubblewrap, the program {@code bwrap}. */
    BUBBLEWRAP,
    /** Isolation by kernel namespaces, with the programs of util-linux. */
    UNSHARE,
    /** Plain processes, allowed only if this process runs inside a container, which provides the isolation. */
    CONTAINER,
    /** Plain processes of this machine without isolation: a command can change every file that its user can. */
    HOST
}
