package ehpc.repl.internal.shell;

import ehpc.EhpcClient;
import ehpc.Remedy;
import ehpc.Remedy.Action;
import ehpc.RunListener;
import ehpc.api.ApiException;
import ehpc.connect.ConnectionOptions;
import ehpc.node.NodeSet;
import ehpc.repl.internal.failure.CommandLineAdvice;
import ehpc.repl.internal.result.Listeners;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** The submitted commands of a shell, and the reports on those without a waiting entry. Thread-safe. */
final class PendingReports implements RunListener {

    private static final int LOOK_MILLIS = 1_000;

    private final Supplier<ConnectionOptions> account;
    private final Map<String, Sent> awaited = new LinkedHashMap<>();
    private final Map<String, Sent> abandoned = new LinkedHashMap<>();

    private final Function<? super Remedy, String> advice;
    private final Map<Run, NodeSet> submitting = new LinkedHashMap<>();
    private final Map<String, String> regions = new HashMap<>();

    /** @param run the id of the recorded run; empty for none */
    private record Sent(
            ConnectionOptions account,
            String region,
            String clusterId,
            String commandId,
            NodeSet nodes,
            Optional<String> run) {

        Sent in(Optional<String> recorded) {
            return new Sent(account, region, clusterId, commandId, nodes, recorded);
        }

        Remedy results() {
            return new Remedy(Action.READ_RESULTS, "ListInvocationResults", region, clusterId, commandId, "");
        }

        boolean isLocal() {
            return account.local().isPresent();
        }

        String text() {
            return "command " + commandId + " on " + nodes + " (" + nodes.size() + ")";
        }
    }

    /**
     * @param account the current account
     * @param advice converts a remedy to text
     */
    PendingReports(Supplier<ConnectionOptions> account, Function<? super Remedy, String> advice) {
        this.account = account;
        this.advice = advice;
    }

    @Override
    public synchronized void began(Run run) {
        regions.put(run.clusterId(), run.region());
    }

    @Override
    public synchronized void submitting(Run run, NodeSet nodes) {
        submitting.put(run, nodes);
    }

    @Override
    public synchronized void progress(Progress progress) {
        submitting.remove(progress.run());
    }

    @Override
    public synchronized void ended(Run run) {
        submitting.remove(run);
    }

    @Override
    public synchronized void submitted(String clusterId, String commandId, NodeSet nodes) {
        String region = regions.getOrDefault(clusterId, "");
        awaited.put(commandId, new Sent(account.get(), region, clusterId, commandId, nodes, Optional.empty()));
    }

    /**
     * Returns the listener of recorded work.
     *
     * @param run returns the id of the recorded run; empty for none
     */
    RunListener of(Supplier<Optional<String>> run) {
        return new Listeners(List.of(this, new RunListener() {
            @Override
            public void submitted(String clusterId, String commandId, NodeSet nodes) {
                recorded(commandId, run.get());
            }
        }));
    }

    private synchronized void recorded(String commandId, Optional<String> run) {
        awaited.computeIfPresent(commandId, (id, sent) -> sent.in(run));
    }

    @Override
    public synchronized void collected(String clusterId, String commandId) {
        awaited.remove(commandId);
    }

    /** Returns the commands whose results the entry still awaits after a refused step. */
    synchronized List<String> waiting() {
        return awaited.values().stream()
                .map(sent -> sent.text() + " continues; waiting for its results, Ctrl-C stops waiting")
                .toList();
    }

    /** Stops waiting; returns the report on commands that continue. */
    synchronized List<String> leave() {
        List<String> lines = new ArrayList<>();
        for (Sent sent : awaited.values()) {
            abandoned.put(sent.commandId(), sent);
            lines.add("no longer waiting for " + sent.text()
                    + (sent.isLocal() ? "; it continues until the shell ends" : "; it continues"));
            lines.add(
                    "its results: " + sent.run().map("/attach "::concat).orElseGet(() -> advice.apply(sent.results())));
        }
        submitting.forEach((run, nodes) -> {
            lines.add("a command for " + nodes + " (" + nodes.size() + ") is being sent and may run");
            lines.add("to look for it: " + advice.apply(lookFor(run)));
        });
        return lines;
    }

    /** Returns the report when a signal ends the shell, without calling the service: a command in the background may have ended. */
    synchronized List<String> atSignal() {
        List<String> lines = new ArrayList<>();
        awaited.values().forEach(sent -> lines.add(ending(sent, " continues")));
        abandoned.values().forEach(sent -> lines.add(ending(sent, " may continue")));
        submitting.forEach((run, nodes) -> lines.add("a command for " + nodes + " (" + nodes.size() + ")"
                + (account.get().local().isPresent()
                        ? " was being sent, and ends with the local service"
                        : " was being sent and may run; to look for it: "
                                + CommandLineAdvice.of(account.get()).apply(lookFor(run)))));
        return lines;
    }

    private static Remedy lookFor(Run run) {
        return new Remedy(Action.LOOK_FOR_COMMAND, "ListCommands", run.region(), run.clusterId(), "", "");
    }

    private static String ending(Sent sent, String suffix) {
        return sent.isLocal()
                ? sent.text() + " ends with the local service"
                : sent.text() + suffix + "; its results: "
                        + CommandLineAdvice.of(sent.account())
                                .withRun(sent::run)
                                .apply(sent.results());
    }

    /** Returns the report at the end of the shell. */
    List<String> atEnd(Supplier<EhpcClient> ehpc) {
        List<String> lines = new ArrayList<>();
        List<Sent> all;
        synchronized (this) {
            all = List.copyOf(abandoned.values());
        }
        for (Sent sent : all) {
            if (mayRun(sent, ehpc)) {
                lines.add(ending(sent, " continues"));
            }
        }
        return lines;
    }

    /** Returns whether a command is not known to have ended; a service that does not answer at once must not hold up the end. */
    private boolean mayRun(Sent sent, Supplier<EhpcClient> ehpc) {
        if (!sent.account().equals(account.get())) {
            return !sent.isLocal(); // a former local service has ended; a former account is not asked
        }
        return CompletableFuture.supplyAsync(() -> isRunning(sent, ehpc.get()))
                .exceptionally(failure -> true)
                .completeOnTimeout(true, LOOK_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    private static boolean isRunning(Sent sent, EhpcClient ehpc) {
        try {
            return ehpc.cluster(sent.clusterId())
                    .invocationStatus(sent.commandId())
                    .isRunning();
        } catch (ApiException e) {
            return true;
        }
    }
}
