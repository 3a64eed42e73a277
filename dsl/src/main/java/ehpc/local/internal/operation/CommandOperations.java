package ehpc.local.internal.operation;

import ehpc.local.CommandFault;
import ehpc.local.internal.Refusal;
import ehpc.local.internal.command.CommandRegistry;
import ehpc.local.internal.command.InvokeStatus;
import ehpc.local.internal.command.InvokedCommand;
import ehpc.local.internal.command.Result;
import ehpc.local.internal.command.Visibility;
import ehpc.local.internal.exec.RequestedCommand;
import ehpc.local.internal.fault.FaultTurn;
import ehpc.local.internal.fault.PlayedFault;
import ehpc.local.internal.operation.Operations.Handler;
import ehpc.local.internal.world.Cluster;
import ehpc.local.internal.world.Node;
import ehpc.local.internal.world.World;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The operations on commands. */
final class CommandOperations {

    private static final int DEFAULT_TIMEOUT = 60;
    private static final String DEFAULT_DIRECTORY = "/root";

    private final World world;
    private final CommandRegistry commands;
    private final boolean idsAsText;

    CommandOperations(World world, CommandRegistry commands, boolean idsAsText) {
        this.world = world;
        this.commands = commands;
        this.idsAsText = idsAsText;
    }

    Map<String, Handler> handlers() {
        return Map.of(
                "InvokeShellCommand", this::invoke,
                "ListCommands", this::listCommands,
                "ListInvocationStatus", this::status,
                "ListInvocationResults", this::results);
    }

    private Map<String, ?> invoke(Call call) {
        Cluster cluster = world.running(world.cluster(call.text("ClusterId")));
        List<String> named = call.instances();
        List<Node> asked = named.isEmpty() ? cluster.nodes() : nodes(cluster, named);
        List<Node> targets = started(call, asked);
        RequestedCommand command = new RequestedCommand(call.text("Command"), directory(call), timeout(call));
        InvokedCommand invoked =
                commands.invoke(cluster.id(), targets, command, dying(call, targets), visibility(call, targets));
        if (call.faults().played(CommandFault.PartFailure.class).isPresent()) {
            throw new Refusal(
                    409,
                    "PartFailure",
                    "a fault on demand: the command was started on " + targets.size() + " of " + asked.size()
                            + " nodes");
        }
        AnswerFields ids =
                AnswerFields.wrapped("InstanceId", ids(invoked.facts().nodes()));
        return AnswerFields.of("CommandId", invoked.facts().id()).and("InstanceIds", ids);
    }

    private Map<String, ?> listCommands(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        List<InvokedCommand> found = commands.list(cluster.id()).stream()
                .filter(c ->
                        call.optional("CommandId").map(c.facts().id()::equals).orElse(true))
                .toList();
        return Page.of(call).of(found, "Commands", "Command", CommandOperations::listed);
    }

    private static AnswerFields listed(InvokedCommand command) {
        return AnswerFields.of("CommandContent", command.facts().text())
                .and("CommandId", command.facts().id())
                .and("Timeout", String.valueOf(command.facts().timeout()))
                .and("WorkingDir", command.facts().workingDirectory());
    }

    private Map<String, ?> status(Call call) {
        InvokedCommand command = command(call, world.cluster(call.text("ClusterId")));
        List<AnswerFields> each = command.facts().nodes().stream()
                .map(n -> AnswerFields.of("InstanceId", n)
                        .and("InstanceInvokeStatus", command.status(n).wire()))
                .toList();
        // From the same states, so that the total agrees with its parts.
        boolean running = each.stream().anyMatch(e -> e.containsValue(InvokeStatus.RUNNING.wire()));
        return AnswerFields.of("CommandId", command.facts().id())
                .and("InvokeInstances", AnswerFields.wrapped("InvokeInstance", each))
                .and("InvokeStatus", (running ? InvokeStatus.RUNNING : command.status()).wire());
    }

    private Map<String, ?> results(Call call) {
        Cluster cluster = world.cluster(call.text("ClusterId"));
        InvokedCommand command = command(call, cluster);
        Set<String> named = new HashSet<>(call.instances());
        nodes(cluster, call.instances());
        List<String> wanted = command.facts().nodes().stream()
                .filter(n -> named.isEmpty() || named.contains(n))
                .filter(n -> call.optional("InvokeRecordStatus")
                        .map(command.status(n).wire()::equals)
                        .orElse(true))
                .filter(command::reported)
                .toList();
        return Page.of(call).of(wanted, "InvocationResults", "InvocationResult", n -> result(command, n));
    }

    private static AnswerFields result(InvokedCommand command, String node) {
        AnswerFields known = AnswerFields.of("CommandId", command.facts().id()).and("InstanceId", node);
        return known.and(command.result(node).map(CommandOperations::ended).orElseGet(CommandOperations::running));
    }

    private static AnswerFields ended(Result result) {
        return AnswerFields.of("ExitCode", result.exitCode())
                .and("FinishedTime", AnswerFields.seconds(result.finished()))
                .and("InvokeRecordStatus", result.status().wire())
                .and("Message", result.message())
                .and("Success", result.success());
    }

    private static AnswerFields running() {
        return AnswerFields.of("InvokeRecordStatus", InvokeStatus.RUNNING.wire())
                .and("Message", "")
                .and("Success", false);
    }

    private InvokedCommand command(Call call, Cluster cluster) {
        String id = call.text("CommandId");
        return commands.find(cluster.id(), id)
                .orElseThrow(() -> new Refusal(
                        404, "ObjectNotFound", "there is no command " + id + " in cluster " + cluster.id()));
    }

    private static List<Node> nodes(Cluster cluster, List<String> ids) {
        List<String> unknown =
                ids.stream().filter(id -> cluster.node(id).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    404,
                    "ObjectNotFound",
                    "there is no node " + String.join(", ", unknown) + " in cluster " + cluster.id());
        }
        return ids.stream().map(id -> cluster.node(id).orElseThrow()).toList();
    }

    private List<String> ids(List<String> ids) {
        return idsAsText
                ? List.of(ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]")))
                : ids;
    }

    private static String directory(Call call) {
        String directory = call.optional("WorkingDir").orElse(DEFAULT_DIRECTORY);
        if (!directory.startsWith("/")) {
            throw call.invalid("WorkingDir must be an absolute path, is " + directory);
        }
        return directory;
    }

    private static Duration timeout(Call call) {
        int seconds = call.number("Timeout", DEFAULT_TIMEOUT);
        if (seconds < 1) {
            throw call.invalid("Timeout must be at least 1 second, is " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    /** Returns the nodes on which the command starts. */
    private static List<Node> started(Call call, List<Node> asked) {
        return call.faults()
                .played(CommandFault.PartFailure.class)
                .map(part -> asked.subList(0, asked.size() == 1 ? 1 : 1 + part.choice(asked.size() - 1)))
                .orElse(asked);
    }

    private static Optional<Node> dying(Call call, List<Node> targets) {
        return call.faults().played(CommandFault.NodeDies.class).map(dies -> targets.get(dies.choice(targets.size())));
    }

    private static Visibility visibility(Call call, List<Node> targets) {
        FaultTurn faults = call.faults();
        Optional<PlayedFault> late =
                faults.played(CommandFault.ResultsNever.class).or(() -> faults.played(CommandFault.ResultsLate.class));
        return new Visibility(
                faults.find(CommandFault.ListedLate.class)
                        .map(CommandFault.ListedLate::reads)
                        .orElse(0),
                faults.find(CommandFault.StatusLate.class)
                        .map(CommandFault.StatusLate::reads)
                        .orElse(0),
                late.map(fault -> targets.get(fault.choice(targets.size())).id()),
                late.map(fault -> fault.fault() instanceof CommandFault.ResultsLate some
                                ? some.reads()
                                : Visibility.NEVER)
                        .orElse(0));
    }
}
