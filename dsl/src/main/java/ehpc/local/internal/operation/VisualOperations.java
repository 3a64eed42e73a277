package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.PasswordHash;
import ehpc.local.internal.world.World;
import java.util.Map;

/** The operations on remote visualization, which is recorded only: nothing listens. */
final class VisualOperations {

    /** The password of root on every node. */
    static final String ROOT_PASSWORD = "Local-root-1";

    private static final String STARTED = "Service started";
    private static final String STOPPED = "Service stopped";
    private static final String SOURCE = HostNames.ADDRESS + "(/(3[0-2]|[12]?[0-9]))?";

    private final World world;

    VisualOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "GetVisualServiceStatus", this::status,
                "ModifyVisualServicePasswd", this::modifyPassword,
                "StartVisualService", this::start,
                "StopVisualService", this::stop);
    }

    private Map<String, ?> status(Call call) {
        boolean runs = world.facilities(ready(call)).visual().runs();
        return Map.of(
                "Message",
                runs ? "active (running) , ws service is running." : "inactive (dead) , ws service is not running.");
    }

    private Map<String, ?> start(Call call) {
        Cluster cluster = ready(call);
        String source = source(call);
        world.changeFacilities(
                cluster, facilities -> facilities.withVisual(facilities.visual().with(source)));
        return Map.of("Message", STARTED);
    }

    /** The service stops when nobody may connect any more. */
    private Map<String, ?> stop(Call call) {
        Cluster cluster = ready(call);
        String source = source(call);
        world.changeFacilities(cluster, facilities -> {
            if (!facilities.visual().sources().contains(source)) {
                throw new Refusal(
                        403,
                        "ExecFail",
                        "remote visualization of cluster " + cluster.id() + " was not started for " + source);
            }
            return facilities.withVisual(facilities.visual().without(source));
        });
        return Map.of("Message", STOPPED);
    }

    private Map<String, ?> modifyPassword(Call call) {
        Cluster cluster = ready(call);
        if (!call.text("RunasUserPassword").equals(ROOT_PASSWORD)) {
            throw new Refusal(403, "IncorrectCredential", "RunasUserPassword must be the password of root");
        }
        String hash = PasswordHash.of(call.text("Passwd"));
        world.changeFacilities(
                cluster, facilities -> facilities.withVisual(facilities.visual().withPasswordHash(hash)));
        return Map.of("Message", (world.facilities(cluster).visual().runs() ? STARTED : STOPPED) + ".");
    }

    private static String source(Call call) {
        call.text("CidrIp");
        return call.like("CidrIp", SOURCE, "192.168.0.0/24").orElseThrow();
    }

    /** Returns the cluster; refuses one without a running login node, where the service runs. */
    private Cluster ready(Call call) {
        Cluster cluster = world.running(world.cluster(call.text("ClusterId")));
        if (cluster.nodes("Login").stream().noneMatch(world::running)) {
            throw new Refusal(
                    403, "AgentError", "a login node of cluster " + cluster.id() + " must be running, none is");
        }
        return cluster;
    }
}
