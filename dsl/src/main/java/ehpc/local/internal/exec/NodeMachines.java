package ehpc.local.internal.exec;

import ehpc.local.ExecutionMode;
import ehpc.local.ExecutionUnavailableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The machines of a service's nodes. Each has directories, a process namespace and a host name of its own;
 * those of a cluster share {@code /home}. Thread-safe.
 */
public interface NodeMachines extends AutoCloseable {

    /**
     * Creates the machines.
     *
     * @param requested the isolation of commands
     * @param worldDirectory an existing or new directory for this service alone
     * @throws ExecutionUnavailableException if this machine cannot isolate commands as requested
     */
    static NodeMachines create(ExecutionMode requested, Path worldDirectory) throws ExecutionUnavailableException {
        return MachineChoice.machines(requested, worldDirectory, HostProbe.ofThisProcess());
    }

    /**
     * Starts a command on a node, or queues it while many are running. Returns at once. A command that cannot be started ends as {@link
     * Exit.Kind#NOT_STARTED}.
     *
     * @throws IllegalStateException if these machines are closed
     */
    Execution start(Machine machine, RequestedCommand command);

    /** Returns the directory in which the node's own ones are, which commands do not see; empty if no command has started there. */
    default Optional<Path> directory(String nodeId) {
        return Optional.empty();
    }

    /** Removes the files of a node whose commands have been ended; a later command finds it empty. Returns at once. */
    default void erase(String nodeId) {}

    /** Returns the running processes of all nodes; empty if this machine cannot tell. */
    Optional<List<NodeProcess>> processes();

    /** Returns boxes for programs that run in several nodes; empty if the isolation of these machines has none. */
    default Optional<NodeBoxes> boxes() {
        return Optional.empty();
    }

    /** Returns a description of the isolation, one line. */
    String describe();

    /** Ends all processes of all nodes and waits for their end. Directories remain. */
    @Override
    void close();
}
