package ehpc.local.internal.operation;

import ehpc.local.internal.world.Founding;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.NewNodes;
import ehpc.local.internal.world.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the first nodes of a cluster. Not thread-safe. */
final class NewClusterNodes {

    private static final List<String> ALL_SERVICES = List.of("Scheduler", "Account");
    private static final List<String> BACKUP = List.of("SchedulerBackup", "AccountBackup");

    private final Call call;
    private final NewNodes names;
    private final Founding founding;
    private final List<Node> nodes = new ArrayList<>();

    NewClusterNodes(Call call, NewNodes names, Founding founding) {
        this.call = call;
        this.names = names;
        this.founding = founding;
    }

    /** Returns the managers, the login node and the compute nodes. In deploy mode Tiny, the manager is the login node. */
    List<Node> inCloud() {
        boolean tiny = founding.settings().get("DeployMode").equals("Tiny");
        boolean pairs = call.flag("HaEnable", false);
        int managers = call.number("EcsOrder.Manager.Count", pairs ? 2 : 1);
        if (pairs && managers < 2) {
            throw call.invalid("EcsOrder.Manager.Count must be 2 with HaEnable, is " + managers);
        }
        if (tiny) {
            add("manager0", List.of("Scheduler", "Account", "Login"), "Manager");
        } else if (managers == 1) {
            add("manager0", ALL_SERVICES, "Manager");
        } else {
            add("manager0", pairs ? ALL_SERVICES : List.of("Scheduler"), "Manager");
            add("manager1", pairs ? BACKUP : List.of("Account"), "Manager");
        }
        if (!tiny) {
            add("login0", List.of("Login"), "Login");
        }
        nodes.addAll(names.compute(
                call.number("EcsOrder.Compute.Count", 0), "compute", "", founding.created(), settings("Compute")));
        return nodes;
    }

    /** Returns the nodes of the data center, and the proxy of a cluster that has one; compute nodes in the cloud come later. */
    List<Node> hybrid() {
        List<Map<?, ?>> given = call.objects("Nodes");
        for (int i = 0; i < given.size(); i++) {
            local(i, given.get(i));
        }
        if (call.optional("EcsOrder.Manager.InstanceType").isPresent()) {
            add(
                    "proxymgr0",
                    nodes.stream().anyMatch(n -> n.is("Manager")) ? List.of("Login") : ALL_SERVICES,
                    "Manager");
        }
        if (nodes.stream().noneMatch(node -> node.is("Manager"))) {
            throw call.invalid(
                    "Nodes must have a node with Role Manager, unless EcsOrder.Manager.InstanceType is given");
        }
        return nodes;
    }

    private void local(int index, Map<?, ?> given) {
        String hostName = call.field("Nodes", index, "HostName");
        String ip = call.field("Nodes", index, "IpAddress");
        HostNames.require(call, "Nodes[" + (index + 1) + "]", hostName, ip, names);
        Map<String, String> settings = ParameterValues.texts(given, "AccountType", "Dir", "SchedulerType");
        String role = ParameterValues.text(given, "Role").orElse("Compute");
        List<String> roles = role.equals("Manager") ? ALL_SERVICES : List.of(role);
        nodes.add(names.node(hostName, roles, ip, true, founding.created(), settings));
    }

    private void add(String hostName, List<String> roles, String role) {
        nodes.add(names.node(hostName, roles, founding.created(), settings(role)));
    }

    private Map<String, String> settings(String role) {
        Map<String, String> settings =
                RequestedSettings.of(founding.settings(), "ImageId", "ImageOwnerAlias", "ComputeEnableHt");
        settings.put(
                "InstanceType",
                call.optional("EcsOrder." + role + ".InstanceType").orElse(Hardware.INSTANCE_TYPE));
        if (role.equals("Compute")) {
            settings.putAll(RequestedSettings.of(founding.settings(), "ComputeSpotStrategy"));
        }
        return settings;
    }
}
