package ehpc.local.internal.exec;

import ehpc.local.internal.exec.HostProbe.NotHere;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One way to run commands. */
interface Sandbox extends AutoCloseable {

    /**
     * What to start.
     *
     * @param argv the whole command line
     * @param environment the whole environment
     */
    record Launch(List<String> argv, Map<String, String> environment) {}

    /** Returns the process that runs a node's command once. */
    Launch launch(NodeDirectory node, String hostName, RequestedCommand command) throws IOException, NotHere;

    /** Returns whether a node's directories belong to a user id of its own. */
    boolean ownUsers();

    /** Returns whether commands see their directories where they are, and not only through the sandbox. */
    default boolean plain() {
        return false;
    }

    /** Ends a launched process with all that came from it. Called again until it has ended. */
    void kill(Process process);

    /**
     * A launched process that has ended.
     *
     * @param process its id, which another process may have by now
     */
    record Ended(long process, Launch launch) {}

    /** Ends what processes left behind. */
    void sweep(List<Ended> ended);

    /** What a command is kept from, one line. */
    String describe();

    /** Ends what all commands share. */
    @Override
    void close();
}
