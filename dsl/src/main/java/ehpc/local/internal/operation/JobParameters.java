package ehpc.local.internal.operation;

import ehpc.local.internal.Refusal;
import ehpc.local.internal.job.Demand;
import ehpc.local.internal.job.IndexRange;
import ehpc.local.internal.job.JobPaths;
import ehpc.local.internal.job.JobRequest;
import ehpc.local.internal.job.QueueNodes;
import ehpc.local.internal.job.Retry;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Hardware;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.Queues;
import ehpc.local.internal.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the parameters of SubmitJob. */
final class JobParameters {

    /** As many as the scheduler of a real cluster accepts by default. */
    private static final int MOST_TASKS = 1001;

    private static final int HIGHEST_INDEX = 1000;
    private static final long MOST_SECONDS = 365L * 24 * 3600;

    private final Call call;
    private final World world;
    private final Cluster cluster;

    JobParameters(Call call, World world, Cluster cluster) {
        this.call = call;
        this.world = world;
        this.cluster = cluster;
    }

    JobRequest request(String user) {
        call.optional("InputFileUrl").ifPresent(url -> {
            throw call.invalid(
                    "InputFileUrl must be left out, because nodes of the local service have no network; is " + url);
        });
        String command = call.text("CommandLine");
        String queue = queue();
        Demand demand = demand();
        mustFit(queue, demand);
        return new JobRequest(
                call.optional("Name").orElseGet(() -> nameOf(command)),
                user,
                command,
                call.optional("PostCmdLine").orElse(""),
                new JobPaths(
                        path(call, "PackagePath").isEmpty() ? JobPaths.HOME.directory() : path(call, "PackagePath"),
                        path(call, "StdoutRedirectPath"),
                        path(call, "StderrRedirectPath")),
                queue,
                call.number("Priority", 0),
                call.optional("ReRunable").filter("true"::equals).isPresent(),
                call.optional("ArrayRequest").map(this::array).orElse(null),
                variables(),
                demand,
                call.optional("ClockTime").map(this::seconds).orElse(0L),
                retry(),
                null);
    }

    /** Returns a path of a request; empty if it is missing. */
    static String path(Call call, String name) {
        String path = call.optional(name).orElse("");
        if (path.chars().anyMatch(Character::isISOControl)) {
            throw call.invalid(name + " must be a path without control characters");
        }
        return path.startsWith("~/") ? "./" + path.substring(2) : path;
    }

    /** Returns the name that PBS and Slurm would choose: that of the script. */
    private static String nameOf(String command) {
        String first = command.strip().split("\\s", 2)[0];
        String name = first.substring(first.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "");
        return name.isEmpty() ? "job" : name;
    }

    private String queue() {
        Queues queues = world.queues(cluster);
        String name = call.optional("JobQueue").orElse(Hardware.QUEUE);
        if (queues.find(name).isEmpty()) {
            throw call.invalid("JobQueue must be a queue of cluster " + cluster.id() + ": "
                    + String.join(", ", queues.names()) + ", is " + name);
        }
        return name;
    }

    /** Returns what the job needs; without a number of nodes, the other numbers have no effect. */
    private Demand demand() {
        if (call.optional("Node").isEmpty()) {
            return Demand.least();
        }
        long cores = Math.max((long) positive("Task") * positive("Thread"), positive("Cpu"));
        return new Demand(
                positive("Node"),
                (int) Math.min(cores, Integer.MAX_VALUE),
                call.optional("Mem").map(this::mebibytes).orElse(0L));
    }

    private int positive(String name) {
        int number = call.number(name, 1);
        if (number < 1) {
            throw call.invalid(name + " must be at least 1, is " + number);
        }
        return number;
    }

    private long mebibytes(String text) {
        long number = number("Mem", text.substring(0, text.length() - 2));
        return switch (text.substring(text.length() - 2).toUpperCase(Locale.ROOT)) {
            case "GB" -> number * 1024;
            case "MB" -> number;
            default -> (number + 1023) / 1024;
        };
    }

    private void mustFit(String queue, Demand demand) {
        var nodes = new QueueNodes(world, cluster);
        List<Node> present = nodes.nodes(queue);
        // A queue without nodes may get some.
        if (!present.isEmpty() && !nodes.couldServe(queue, demand)) {
            throw new Refusal(
                    406,
                    "AgentError.Job.SubmitFailure",
                    "the job requests more than queue '" + queue + "' of cluster " + cluster.id() + " has: nodes "
                            + demand.nodes() + " of " + present.size() + ", cores on each " + demand.cores() + " of "
                            + Hardware.cores(present.get(0)) + ", MiB on each " + demand.mebibytes() + " of "
                            + Hardware.mebibytes(present.get(0)));
        }
    }

    private IndexRange array(String text) {
        String[] parts = text.split("[-:]");
        long first = number("ArrayRequest", parts[0]);
        long last = number("ArrayRequest", parts[1]);
        long step = parts.length > 2 ? number("ArrayRequest", parts[2]) : 1;
        if (first > last || step < 1 || last > HIGHEST_INDEX) {
            throw call.invalid("ArrayRequest must be first-last:step with indexes from 0 to " + HIGHEST_INDEX
                    + ", the first not above the last, and a step of at least 1, is " + text);
        }
        return new IndexRange((int) first, (int) last, (int) Math.min(step, MOST_TASKS));
    }

    /** Returns the seconds of hh:mm:ss, mm:ss or ss. */
    private long seconds(String text) {
        long seconds = 0;
        for (String part : text.split(":")) {
            seconds = seconds * 60 + number("ClockTime", part);
        }
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw call.invalid("ClockTime must be 1 second to 365 days, is " + text);
        }
        return seconds;
    }

    private long number(String name, String digits) {
        if (digits.length() > 9) {
            throw call.invalid(name + " must have numbers of at most 9 digits, is " + call.text(name));
        }
        return Long.parseLong(digits);
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        List<Map<?, ?>> given = call.objects("Variables");
        for (int i = 0; i < given.size(); i++) {
            String name = call.field("Variables", i, "Name");
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw call.invalid("Variables[" + (i + 1)
                        + "].Name must be a letter or underscore, then letters, digits or underscores, is " + name);
            }
            variables.put(
                    name,
                    Optional.<Object>ofNullable(given.get(i).get("Value"))
                            .map(Object::toString)
                            .orElse(""));
        }
        return variables;
    }

    private Retry retry() {
        int count = call.number("JobRetry.Count", 0);
        return new Retry(
                count,
                call.optional("JobRetry.OnExitCode").map(Integer::valueOf).stream()
                        .toList(),
                List.of(),
                call.optional("JobRetry.Priority").map(Integer::valueOf).orElse(null));
    }
}
