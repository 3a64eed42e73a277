package ehpc.local.internal.exec;

import java.util.regex.Pattern;

/** The machines of a service, which share a sandbox and a command loop. */
final class DefaultNodeMachines implements NodeMachines {

    private static final Pattern NODE_ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,62}");

    private final Sandbox sandbox;
    private final CommandLoop loop;

    DefaultNodeMachines(Sandbox sandbox, CommandLoop loop) {
        this.sandbox = sandbox;
        this.loop = loop;
    }

    @Override
    public Execution start(String nodeId, String hostName, RequestedCommand command) {
        must("node id", NODE_ID, nodeId);
        must("host name", HOST_NAME, hostName);
        return loop.submit(nodeId, hostName, command);
    }

    private static void must(String what, Pattern pattern, String value) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " must be like " + pattern + ", is '" + value + "'");
        }
    }

    @Override
    public String describe() {
        return sandbox.describe();
    }

    @Override
    public void close() {
        loop.close();
        sandbox.close();
    }
}
