package ehpc.local.internal.operation;

import ehpc.api.Parameter;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.LogEntry;
import ehpc.local.internal.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The log of the changes of each cluster. */
final class LogOperations {

    private static final Duration SHOWN = Duration.ofDays(3);

    /** What is listed elsewhere, and may be many: commands and jobs. */
    private static final Set<String> LISTED_ELSEWHERE = Set.of("commands", "jobs", "serverlessJobs", "profilings");

    private static final int LONGEST = 64;
    private static final Set<String> WHERE = Set.of("ClusterId", "RegionId");

    private final World world;

    LogOperations(World world) {
        this.world = world;
    }

    Map<String, Handler> handlers() {
        return Map.of("ListClusterLogs", this::list);
    }

    /** The newest first. */
    private Map<String, ?> list(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        Instant from = world.now().minus(SHOWN);
        List<LogEntry> entries = new ArrayList<>(world.facilities(cluster).log().stream()
                .filter(entry -> !entry.time().isBefore(from))
                .toList());
        Collections.reverse(entries);
        return AnswerFields.of("ClusterId", cluster.id())
                .and(Page.of(call).of(entries, "Logs", "LogInfo", LogOperations::rendered));
    }

    private static AnswerFields rendered(LogEntry entry) {
        return AnswerFields.of("CreateTime", AnswerFields.millisWithoutZone(entry.time()))
                .and("Level", entry.level())
                .and("Message", entry.message())
                .and("Operation", entry.operation());
    }

    /** Adds an operation that was carried out to the log of its cluster, if it changed one that still exists. */
    void add(Call call, Map<String, ?> answer) {
        boolean change = call.operation().mutates()
                && Collections.disjoint(call.operation().subjects(), LISTED_ELSEWHERE);
        Optional<String> id = call.optional("ClusterId")
                .or(() -> Optional.ofNullable(answer.get("ClusterId")).map(Object::toString));
        if (!change || id.isEmpty()) {
            return;
        }
        String operation = call.operation().name();
        LogEntry entry = new LogEntry(world.now(), "info", operation, message(call, answer));
        world.find(id.get())
                .ifPresent(cluster -> world.changeFacilities(cluster, facilities -> facilities.with(entry)));
    }

    /** Names the values that the operation requires, but no secrets. */
    private static String message(Call call, Map<String, ?> answer) {
        String values = call.operation().parameters().stream()
                .filter(parameter -> parameter.required() && !parameter.holdsSecret())
                .filter(parameter -> parameter.type() == Parameter.Type.STRING)
                .filter(parameter -> !WHERE.contains(parameter.name()))
                .flatMap(parameter ->
                        call
                                .optional(parameter.name())
                                .map(value -> parameter.name() + " " + shortened(value))
                                .stream())
                .collect(Collectors.joining(", "));
        Object task = answer.get("TaskId");
        return Stream.of(call.operation().name(), values, task == null ? "" : "task " + task)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** A file of a job may be long. */
    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "...";
    }
}
