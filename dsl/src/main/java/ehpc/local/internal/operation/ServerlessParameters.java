package ehpc.local.internal.operation;

import ehpc.local.internal.job.Container;
import ehpc.local.internal.job.Container.After;
import ehpc.local.internal.job.Container.Dependency;
import ehpc.local.internal.job.Demand;
import ehpc.local.internal.job.IndexRange;
import ehpc.local.internal.job.Job;
import ehpc.local.internal.job.JobPaths;
import ehpc.local.internal.job.JobRequest;
import ehpc.local.internal.job.Retry;
import ehpc.local.internal.world.Hardware;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the parameters of SubmitServerlessJob. */
final class ServerlessParameters {

    /** What a container gets that names no numbers. */
    private static final double DEFAULT_CPU = 2;

    private static final double DEFAULT_MEMORY = 4;

    /** A container shares the processors of its node, so that its task waits for none. */
    private static final Demand NOTHING = new Demand(1, 0, 0);

    private final Call call;
    private final List<Job> known;

    ServerlessParameters(Call call, List<Job> known) {
        this.call = call;
        this.known = known;
    }

    JobRequest request() {
        Map<?, ?> container = object("Container");
        List<String> command = texts(container, "Command");
        if (command.isEmpty()) {
            throw call.invalid("Container.Command must be given, because the local service does not run images");
        }
        return new JobRequest(
                call.text("JobName"),
                "root",
                String.join(" ", command),
                "",
                new JobPaths("/", "", ""),
                Hardware.QUEUE,
                call.number("JobPriority", 0),
                true,
                array(),
                Map.of(),
                NOTHING,
                call.optional("Timeout").map(this::seconds).orElse(0L),
                retry(),
                new Container(
                        text(container, "Image").orElseThrow(() -> call.invalid("Container.Image must be given")),
                        command,
                        texts(container, "Arg"),
                        environment(container),
                        directory(container),
                        text(container, "Gpu").map(Integer::valueOf).orElse(0),
                        size("Cpu", DEFAULT_CPU),
                        size("Memory", DEFAULT_MEMORY),
                        dependencies()));
    }

    private double size(String name, double otherwise) {
        double size = call.optional(name).map(Double::valueOf).orElse(otherwise);
        if (size <= 0) {
            throw call.invalid(name + " must be above 0, is " + call.text(name));
        }
        return size;
    }

    private long seconds(String text) {
        long seconds = Long.parseLong(text);
        if (seconds < 1) {
            throw call.invalid("Timeout must be at least 1 second, is " + text);
        }
        return seconds;
    }

    private String directory(Map<?, ?> container) {
        String directory = text(container, "WorkingDir").orElse("/");
        if (!directory.startsWith("/")) {
            throw call.invalid("Container.WorkingDir must be an absolute path, is " + directory);
        }
        return directory;
    }

    private IndexRange array() {
        Map<?, ?> given = object("ArrayProperties");
        if (given.isEmpty()) {
            return null;
        }
        int first = text(given, "IndexStart").map(Integer::valueOf).orElse(0);
        int last = text(given, "IndexEnd").map(Integer::valueOf).orElse(first);
        return new IndexRange(
                first, last, text(given, "IndexStep").map(this::step).orElse(1));
    }

    private int step(String text) {
        long step = Long.parseLong(text);
        if (step > Integer.MAX_VALUE) {
            throw call.invalid("ArrayProperties.IndexStep must be at most " + Integer.MAX_VALUE + ", is " + text);
        }
        return (int) step;
    }

    private Map<String, String> environment(Map<?, ?> container) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Map<?, ?> variable : maps(container.get("EnvironmentVar"))) {
            environment.put(
                    text(variable, "Key").orElseThrow(() -> call.invalid("Container.EnvironmentVar.Key must be given")),
                    text(variable, "Value").orElse(""));
        }
        return environment;
    }

    private Retry retry() {
        Map<?, ?> given = object("RetryStrategy");
        List<Integer> only = new ArrayList<>();
        List<Integer> never = new ArrayList<>();
        for (Map<?, ?> rule : maps(given.get("EvaluateOnExit"))) {
            boolean again = text(rule, "Action").filter("Retry"::equals).isPresent();
            text(rule, "OnExitCode").map(Integer::valueOf).ifPresent(code -> (again ? only : never).add(code));
        }
        return new Retry(
                text(given, "Attempts").map(Integer::valueOf).orElse(0), only, never, call.number("JobPriority", 0));
    }

    private List<Dependency> dependencies() {
        List<Dependency> dependencies = new ArrayList<>();
        for (int i = 0; i < call.objects("DependsOn").size(); i++) {
            String id = call.field("DependsOn", i, "JobId");
            long number = known.stream()
                    .map(Job::number)
                    .filter(job -> id.equals("" + job))
                    .findFirst()
                    .orElseThrow(() -> call.invalid("DependsOn.JobId must be the id of a serverless job, is " + id));
            dependencies.add(new Dependency(
                    number, after(text(call.objects("DependsOn").get(i), "Type").orElse("AfterSucceeded"))));
        }
        return dependencies;
    }

    private static After after(String type) {
        return switch (type) {
            case "AfterFailed" -> After.FAILED;
            case "AfterAny" -> After.ANY;
            case "AfterCorresponding" -> After.CORRESPONDING;
            default -> After.SUCCEEDED;
        };
    }

    private Map<?, ?> object(String name) {
        return call.parameters().get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Map<?, ?>> maps(Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (list instanceof List<?> given) {
            given.forEach(one -> maps.add(one instanceof Map<?, ?> map ? map : Map.of()));
        }
        return maps;
    }

    private static Optional<String> text(Map<?, ?> object, String name) {
        return Optional.<Object>ofNullable(object.get(name))
                .map(Object::toString)
                .filter(text -> !text.isEmpty());
    }

    private static List<String> texts(Map<?, ?> object, String name) {
        return object.get(name) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
