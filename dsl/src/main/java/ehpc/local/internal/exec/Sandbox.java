package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.Unavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A way to run commands. */
interface Sandbox extends AutoCloseable {

    /**
     * The process to start.
     *
     * @param argv the complete command line
     * @param environment the complete environment
     */
    record Launch(List<String> argv, Map<String, String> environment) {}

    /** Returns the process to start for one command on a node. */
    Launch launch(NodeDirectory node, String hostName, RequestedCommand command) throws IOException, Unavailable;

    /** Returns whether each node has its own user id. */
    boolean ownUsers();

    /** Returns whether commands use the real paths of their directories. */
    default boolean plain() {
        return false;
    }

    /** Returns boxes for programs that run in several nodes, if this way to run commands has them. */
    default Optional<NodeBoxes> boxes(CommandLoop loop, Path nodes) {
        return Optional.empty();
    }

    /** Kills a launched process and all its descendants. Called repeatedly until it has ended. */
    void kill(Process process);

    /**
     * A launched process that has ended.
     *
     * @param process its id, which may belong to another process by now
     */
    record Ended(long process, Launch launch) {}

    /** Kills processes that ended ones left in the background. */
    void sweep(List<Ended> ended);

    /** Returns a description of the isolation, one line. */
    String describe();

    /** Ends the processes that all commands share. */
    @Override
    void close();
}
