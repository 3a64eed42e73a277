package ehpc.local;

/** How the local service runs the commands of its nodes. */
public enum ExecutionMode {
    /**
     * The strongest isolation that works here: {@link #BUBBLEWRAP}, else {@link #UNSHARE}, else, when this process itself
     * runs inside a container, {@link #CONTAINER}. Never {@link #HOST}.
     */
    AUTO,
    /** Isolated by bubblewrap, the program {@code bwrap}. */
    BUBBLEWRAP,
    /** Isolated by the namespaces of the kernel, through the programs of util-linux. */
    UNSHARE,
    /** Plain processes, refused unless this process itself runs inside a container: the container is the isolation. */
    CONTAINER,
    /** Plain processes of this machine, not isolated: a command can change every file that its user can. */
    HOST
}
