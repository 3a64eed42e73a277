package ehpc;

import ehpc.api.RecordFields;
import ehpc.api.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer of ListInvocationStatus: the progress of a command.
 *
 * @param commandId the command
 * @param status Finished, Running, Failed or Stopped over all nodes
 * @param nodes the status of each node, by node id
 */
public record InvocationStatus(String commandId, String status, Map<String, String> nodes) {

    static InvocationStatus of(Response response) {
        RecordFields whole = response.fields();
        Map<String, String> nodes = new LinkedHashMap<>();
        response.records("InvokeInstances.InvokeInstance").forEach(f -> {
            nodes.put(f.text("InstanceId"), f.text("InstanceInvokeStatus"));
        });
        return new InvocationStatus(whole.text("CommandId"), whole.text("InvokeStatus"), nodes);
    }

    /** Returns whether the status is documented or still unknown. */
    boolean isDocumented() {
        return status.isEmpty()
                || List.of("Finished", "Running", "Failed", "Stopped").contains(status);
    }

    /** Returns whether the command is still running on any node; a command without any status counts as running. */
    public boolean isRunning() {
        return status.equals("Running") || nodes.containsValue("Running") || status.isEmpty() && nodes.isEmpty();
    }
}
