package ehpc.repl.internal.result;

import ehpc.Remedy;
import ehpc.Remedy.Action;
import ehpc.RunListener;
import ehpc.node.NodeSet;
import ehpc.repl.internal.failure.CommandLineAdvice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The submitted commands without complete results. Thread-safe. */
public final class PendingCommands implements RunListener {

    private final boolean local;
    private final Function<? super Remedy, String> advice;
    private final Map<Run, Optional<NodeSet>> runs = new LinkedHashMap<>();
    private final Map<String, String> regions = new HashMap<>();
    private final Map<String, String> commands = new LinkedHashMap<>();

    /**
     * @param local whether the service and its commands end with this process
     */
    public PendingCommands(boolean local) {
        this(local, CommandLineAdvice.unknown());
    }

    /**
     * @param advice converts a remedy to text
     */
    public PendingCommands(boolean local, Function<? super Remedy, String> advice) {
        this.local = local;
        this.advice = advice;
    }

    @Override
    public synchronized void began(Run run) {
        runs.put(run, Optional.empty());
        regions.put(run.clusterId(), run.region());
    }

    @Override
    public synchronized void submitting(Run run, NodeSet nodes) {
        runs.put(run, Optional.of(nodes));
    }

    @Override
    public synchronized void submitted(String clusterId, String commandId, NodeSet nodes) {
        Remedy results = new Remedy(
                Action.READ_RESULTS,
                "ListInvocationResults",
                regions.getOrDefault(clusterId, ""),
                clusterId,
                commandId,
                "");
        commands.put(commandId, "stopped; command " + commandId + " continues; its results: " + advice.apply(results));
    }

    @Override
    public synchronized void progress(Progress progress) {
        runs.replace(progress.run(), Optional.empty());
    }

    @Override
    public synchronized void collected(String clusterId, String commandId) {
        commands.remove(commandId);
    }

    @Override
    public synchronized void ended(Run run) {
        runs.remove(run);
    }

    /** Returns whether any run has not ended. */
    public synchronized boolean isWaitedFor() {
        return !runs.isEmpty();
    }

    /** Returns one line for each command that continues, or may continue, after the end of this process. */
    public synchronized List<String> lines() {
        if (local) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(commands.values());
        runs.forEach((run, nodes) -> nodes.ifPresent(set -> lines.add("stopped; a command for " + set.folded()
                + " was being sent and may run; to look for it: "
                + advice.apply(
                        new Remedy(Action.LOOK_FOR_COMMAND, "ListCommands", run.region(), run.clusterId(), "", "")))));
        return lines;
    }
}
