package ehpc.repl.internal.result;

import ehpc.NodeSet;
import ehpc.RunListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands that were submitted and whose results are not collected yet. Safe for use by several threads. */
public final class Outstanding implements RunListener {

    private final boolean endsWithUs;
    private final Map<String, String> lines = new LinkedHashMap<>();

    /**
     * @param endsWithUs whether the service and all that runs there ends with this process
     */
    public Outstanding(boolean endsWithUs) {
        this.endsWithUs = endsWithUs;
    }

    @Override
    public synchronized void submitted(String clusterId, String commandId, NodeSet nodes) {
        lines.put(
                commandId,
                "stopped; command " + commandId + " goes on, its results: ehpc call ListInvocationResults --ClusterId "
                        + clusterId + " --CommandId " + commandId + " --all-pages");
    }

    @Override
    public synchronized void collected(String clusterId, String commandId) {
        lines.remove(commandId);
    }

    /** One line for each command that goes on without us. */
    public synchronized List<String> lines() {
        return endsWithUs ? List.of() : List.copyOf(lines.values());
    }
}
