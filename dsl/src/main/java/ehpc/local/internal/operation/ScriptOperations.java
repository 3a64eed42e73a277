package ehpc.local.internal.operation;

import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.PostScript;
import ehpc.local.internal.world.World;
import java.util.List;
import java.util.Map;

/** The operations on the post scripts of a cluster. Its new nodes run them. */
final class ScriptOperations {

    private final World world;

    ScriptOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of("SetPostScripts", this::set, "GetPostScripts", this::get);
    }

    private Map<String, ?> set(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"), call.text("RegionId"));
        List<PostScript> scripts = RequestedSettings.postScripts(call, "PostInstallScripts");
        for (int i = 0; i < scripts.size(); i++) {
            call.field("PostInstallScripts", i, "Url");
        }
        world.setPostScripts(cluster, scripts);
        return Map.of();
    }

    private Map<String, ?> get(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"), call.text("RegionId"));
        return Map.of("PostInstallScripts", rendered(world.postScripts(cluster)));
    }

    static List<AnswerFields> rendered(List<PostScript> scripts) {
        return scripts.stream()
                .map(s -> AnswerFields.of("Args", s.args()).and("Url", s.url()))
                .toList();
    }
}
