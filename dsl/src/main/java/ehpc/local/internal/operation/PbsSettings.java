package ehpc.local.internal.operation;

import ehpc.local.internal.world.Queues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of a PBS scheduler, which are kept and shown, in the form of the documented sample. */
final class PbsSettings {

    private static final List<String> NUMBERS =
            List.of("SchedInterval", "JobHistoryDuration", "SchedMaxJobs", "SchedMaxQueuedJobs");

    private PbsSettings() {}

    /** Returns the settings after a request; refuses queues that do not exist. */
    static Map<String, Object> changed(Call call, Map<String, Object> before, Map<?, ?> given, Queues queues) {
        Map<String, Object> changed = new LinkedHashMap<>(before);
        for (String name : NUMBERS) {
            Object value = given.get(name);
            if (value != null) {
                int number = Integer.parseInt(value.toString());
                if (number < 1) {
                    throw call.invalid("PbsInfo[1]." + name + " must be at least 1, is " + number);
                }
                changed.put(name, number);
            }
        }
        for (String name : List.of("AclLimit", "ResourceLimit")) {
            if (given.get(name) instanceof List<?> limits) {
                limits.forEach(limit -> mustExist(call, name, (Map<?, ?>) limit, queues));
                changed.put(name, limits);
            }
        }
        return changed;
    }

    private static void mustExist(Call call, String name, Map<?, ?> limit, Queues queues) {
        Object queue = limit.get("Queue");
        if (queue != null && queues.find(queue.toString()).isEmpty()) {
            throw call.invalid("PbsInfo[1]." + name + ".Queue must be a queue of the cluster: "
                    + String.join(", ", queues.names()) + ", is " + queue);
        }
    }

    /** Returns the fields of the configuration. */
    static Map<String, Object> shown(Map<String, Object> settings, Queues queues) {
        List<Map<String, Object>> access = new ArrayList<>();
        List<Map<String, Object>> resources = new ArrayList<>();
        for (String queue : queues.names()) {
            List<String> users = users(settings, queue);
            Map<String, Object> acl = new LinkedHashMap<>();
            acl.put("AclEnable", !users.isEmpty());
            acl.put("UntrackUser", List.of());
            acl.put("User", users);
            acl.put("QueueName", queue);
            access.add(acl);
            Map<String, Object> limit = new LinkedHashMap<>();
            limit.put("UntrackUser", List.of());
            limit.put("User", ofQueue(settings, "ResourceLimit", queue));
            limit.put("QueueName", queue);
            resources.add(limit);
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("AclInfo", access);
        shown.put("JobHistory", text(settings, "JobHistoryDuration", ""));
        shown.put("SchedIteration", text(settings, "SchedInterval", "60"));
        shown.put("SchedMaxJobs", text(settings, "SchedMaxJobs", "20000"));
        shown.put("SchedMaxQueuedJobs", text(settings, "SchedMaxQueuedJobs", "10000"));
        shown.put("QueueResource", resources);
        return shown;
    }

    /** Returns the users that may use a queue; empty if all may. */
    static List<String> users(Map<String, Object> settings, String queue) {
        return ofQueue(settings, "AclLimit", queue).stream()
                .flatMap(limit -> limit.get("AclUsers") == null
                        ? List.<String>of().stream()
                        : List.of(limit.get("AclUsers").toString().split(",")).stream())
                .map(String::strip)
                .filter(user -> !user.isEmpty())
                .toList();
    }

    private static List<Map<?, ?>> ofQueue(Map<String, Object> settings, String name, String queue) {
        List<Map<?, ?>> found = new ArrayList<>();
        if (settings.get(name) instanceof List<?> limits) {
            for (Object limit : limits) {
                if (limit instanceof Map<?, ?> map && queue.equals(map.get("Queue"))) {
                    found.add(map);
                }
            }
        }
        return found;
    }

    private static String text(Map<String, Object> settings, String name, String otherwise) {
        return settings.getOrDefault(name, otherwise).toString();
    }
}
