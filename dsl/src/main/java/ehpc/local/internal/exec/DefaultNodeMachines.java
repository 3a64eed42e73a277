package ehpc.local.internal.exec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The machines of a service, which share a sandbox and a command loop. */
final class DefaultNodeMachines implements NodeMachines {

    private final Sandbox sandbox;
    private final CommandLoop loop;
    private final Path nodes;

    DefaultNodeMachines(Sandbox sandbox, CommandLoop loop, Path nodes) {
        this.sandbox = sandbox;
        this.loop = loop;
        this.nodes = nodes;
    }

    @Override
    public Execution start(Machine machine, RequestedCommand command) {
        return loop.submit(machine, command);
    }

    @Override
    public Optional<Path> directory(String nodeId) {
        return loop.directory(nodeId);
    }

    @Override
    public void erase(String nodeId) {
        loop.erase(nodeId);
    }

    @Override
    public Optional<List<NodeProcess>> processes() {
        return MarkedProcesses.canBeFound() ? Optional.of(NodeProcesses.find(loop.roots())) : Optional.empty();
    }

    @Override
    public Optional<NodeBoxes> boxes() {
        return sandbox.boxes(loop, nodes);
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
