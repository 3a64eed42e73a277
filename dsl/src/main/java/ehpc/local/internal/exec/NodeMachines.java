package ehpc.local.internal.exec;

import ehpc.local.ExecutionMode;
import ehpc.local.ExecutionUnavailableException;
import java.nio.file.Path;

/** The machines behind the nodes of a world: each has directories, a process space and a host name of its own. Thread-safe. */
public interface NodeMachines extends AutoCloseable {

    /**
     * Makes machines whose directories lie below a world's directory.
     *
     * @param requested how commands are to run
     * @param worldDirectory an existing or new directory that belongs to this world alone
     * @throws ExecutionUnavailableException if commands cannot run in that way here
     */
    static NodeMachines create(ExecutionMode requested, Path worldDirectory) throws ExecutionUnavailableException {
        return MachineChoice.machines(requested, worldDirectory, HostProbe.ofThisProcess());
    }

    /**
     * Starts a command on a node, or queues it when many are running. Never waits for the command. A command that cannot be started ends as
     * {@link Exit.Kind#NOT_STARTED}.
     *
     * @param nodeId the node, one directory name
     * @param hostName what the command sees as its host's name
     * @param command what to run
     * @throws IllegalStateException if these machines are closed
     */
    Execution start(String nodeId, String hostName, RequestedCommand command);

    /** How commands run here, one line for a person. */
    String describe();

    /** Ends every process of every node and returns when they are gone. Directories stay. */
    @Override
    void close();
}
