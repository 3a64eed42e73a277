package ehpc;

import ehpc.api.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer of ListInvocationStatus: how far a command is.
 *
 * @param commandId the command
 * @param status Finished, Running, Failed or Stopped over all nodes
 * @param nodes the same for each node, by node id
 */
public record InvocationStatus(String commandId, String status, Map<String, String> nodes) {

    static InvocationStatus of(Response response) {
        Map<String, String> nodes = new LinkedHashMap<>();
        response.objects("InvokeInstances.InvokeInstance").forEach(entry -> {
            Fields f = new Fields(entry);
            nodes.put(f.text("InstanceId"), f.text("InstanceInvokeStatus"));
        });
        return new InvocationStatus(
                response.text("CommandId").orElse(""),
                response.text("InvokeStatus").orElse(""),
                nodes);
    }

    /** Whether the command or any node is still at it; a command of which nothing is known yet is. */
    public boolean isRunning() {
        return status.equals("Running") || nodes.containsValue("Running") || status.isEmpty() && nodes.isEmpty();
    }
}
