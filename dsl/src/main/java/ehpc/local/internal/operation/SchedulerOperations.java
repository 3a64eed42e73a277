package ehpc.local.internal.operation;

import ehpc.local.internal.job.JobRegistry;
import ehpc.local.internal.job.KeptRecords;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The operations on the settings of schedulers, which are kept and shown; the local schedulers start jobs at once. */
final class SchedulerOperations {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** The settings of Slurm, in seconds. */
    private static final List<String> INTERVALS = List.of("SchedInterval", "BackfillInterval");

    private static final int DEFAULT_INTERVAL = 60;

    private final World world;
    private final KeptRecords settings;

    SchedulerOperations(World world, JobRegistry jobs) {
        this.world = world;
        this.settings = jobs.settings();
    }

    Map<String, Handler> handlers() {
        return Map.of("GetSchedulerInfo", this::get, "SetSchedulerInfo", this::set);
    }

    private Map<String, ?> get(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"), call.text("RegionId"));
        Map<String, Object> changed = settings.find(cluster.id()).orElse(Map.of());
        Map<String, Object> shown = new LinkedHashMap<>();
        if (pbs(cluster)) {
            shown.putAll(PbsSettings.shown(changed, world.queues(cluster)));
        } else {
            INTERVALS.forEach(interval -> shown.put(interval, "" + changed.getOrDefault(interval, DEFAULT_INTERVAL)));
        }
        String configuration = MAPPER.writeValueAsString(shown);
        return AnswerFields.of(
                "SchedInfo",
                schedulers(call, cluster).stream()
                        .map(name ->
                                AnswerFields.of("Configuration", configuration).and("SchedName", name))
                        .toList());
    }

    private Map<String, ?> set(Call call) {
        Cluster cluster = world.managed(world.running(world.cluster(call.text("ClusterId"), call.text("RegionId"))));
        String name = schedulers(call, cluster).get(0);
        String parameter = pbs(cluster) ? "PbsInfo" : "SlurmInfo";
        if (call.objects(parameter).size() != 1) {
            throw call.invalid(parameter + " must have one item, has "
                    + call.objects(parameter).size());
        }
        Map<?, ?> given = call.objects(parameter).get(0);
        settings.change(content -> {
            Map<String, Object> before = content.all().getOrDefault(cluster.id(), Map.of());
            return content.with(
                    cluster.id(),
                    pbs(cluster)
                            ? PbsSettings.changed(call, before, given, world.queues(cluster))
                            : intervals(call, before, given));
        });
        return AnswerFields.of("Message", name + ": scheduler setting successfully.");
    }

    private static Map<String, Object> intervals(Call call, Map<String, Object> before, Map<?, ?> given) {
        Map<String, Object> changed = new LinkedHashMap<>(before);
        for (String interval : INTERVALS) {
            Object value = given.get(interval);
            if (value != null) {
                changed.put(interval, seconds(call, interval, value.toString()));
            }
        }
        return changed;
    }

    private static boolean pbs(Cluster cluster) {
        return scheduler(cluster).startsWith("pbs");
    }

    /** Returns the scheduler that the cluster shows; its jobs run by that of this machine. */
    private static String scheduler(Cluster cluster) {
        return cluster.setting("SchedulerType", Hardware.SCHEDULER);
    }

    private static int seconds(Call call, String name, String text) {
        int seconds = Integer.parseInt(text);
        if (seconds < 1) {
            throw call.invalid("SlurmInfo[1]." + name + " must be at least 1 second, is " + seconds);
        }
        return seconds;
    }

    /** Returns the requested schedulers; refuses those that the cluster does not have. */
    private static List<String> schedulers(Call call, Cluster cluster) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < call.objects("Scheduler").size(); i++) {
            String name = call.field("Scheduler", i, "SchedName");
            if (!name.replaceAll("[0-9]", "").equals(scheduler(cluster).replaceAll("[0-9]", ""))) {
                throw call.invalid("Scheduler[" + (i + 1) + "].SchedName must be the scheduler of cluster "
                        + cluster.id() + ", " + scheduler(cluster) + ", is " + name);
            }
            names.add(name);
        }
        if (names.isEmpty()) {
            throw call.invalid("Scheduler must have an item");
        }
        return names;
    }
}
