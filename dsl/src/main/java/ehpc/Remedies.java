package ehpc;

import ehpc.Remedy.Action;
import ehpc.api.ApiException;
import ehpc.api.Request;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds remedies for a failure: of a call by the category of its error, of a run by its unknown outcomes. */
final class Remedies {

    private Remedies() {}

    static List<Remedy> of(Throwable failure) {
        if (failure instanceof RunFailedException run) {
            return of(run.result());
        }
        if (failure instanceof NoRegionException) {
            return List.of(Remedy.of(Action.CHOOSE_REGION));
        }
        return failure instanceof ApiException call ? of(call) : List.of();
    }

    private static List<Remedy> of(RunResult result) {
        if (!result.isUnknown()) {
            return List.of();
        }
        Stream<Remedy> known = result.commandIds().stream()
                .map(id -> Remedy.of(Action.READ_RESULTS)
                        .operation("ListInvocationResults")
                        .cluster(result.region(), result.clusterId())
                        .command(id));
        boolean doubtful = result.stream()
                .anyMatch(node ->
                        node.outcome() == Outcome.UNKNOWN && node.commandId().isEmpty());
        Stream<Remedy> looking = doubtful ? Stream.of(lookFor(result.region(), result.clusterId())) : Stream.empty();
        return Stream.concat(known, looking).toList();
    }

    private static Remedy lookFor(String region, String cluster) {
        return Remedy.of(Action.LOOK_FOR_COMMAND).operation("ListCommands").cluster(region, cluster);
    }

    private static List<Remedy> of(ApiException failure) {
        String region = failure.request().flatMap(Request::region).orElse("");
        String cluster = failure.request()
                .flatMap(request -> Optional.ofNullable(request.parameters().get("ClusterId")))
                .map(Object::toString)
                .orElse("");
        if (failure.mayHaveHappened()) {
            boolean command = failure.operation().name().equals("InvokeShellCommand") && !cluster.isEmpty();
            return command ? List.of(lookFor(region, cluster)) : List.of();
        }
        return action(failure).stream()
                .map(action -> Remedy.of(action)
                        .operation(failure.operation().name())
                        .cluster(region, cluster)
                        .detail(action == Action.CHECK_CLOCK ? clocks(failure) : ""))
                .toList();
    }

    private static Optional<Action> action(ApiException failure) {
        return Optional.ofNullable(
                switch (failure.category()) {
                    case CLOCK -> Action.CHECK_CLOCK;
                    case CREDENTIALS -> Action.CHECK_CREDENTIALS;
                    case PROFILE -> Action.CHOOSE_PROFILE;
                    case PERMISSION -> Action.ASK_PERMISSION;
                    case ACCOUNT -> Action.SETTLE_ACCOUNT;
                    case QUOTA -> Action.RAISE_QUOTA;
                    case CONFLICT -> Action.AWAIT_STATE;
                    case CLUSTER -> Action.CHECK_MANAGERS;
                    case NETWORK -> Action.CHECK_NETWORK;
                    case NAME -> Action.CHECK_NAME;
                    case ENDPOINT -> Action.CHECK_ENDPOINT;
                    case PROXY, PROXY_SETTINGS -> Action.CHECK_PROXY;
                    case TLS -> Action.CHECK_TLS;
                    case NOT_FOUND -> isCluster(failure) ? Action.LIST_CLUSTERS : Action.READ_HELP;
                    case INVALID, EXISTS, UNSUPPORTED -> Action.READ_HELP;
                    case THROTTLED,
                            UNAVAILABLE,
                            INTERNAL,
                            BACKEND,
                            PARTIAL,
                            REPEATED,
                            LOST,
                            CLOSED,
                            INTERRUPTED,
                            JOURNAL -> null;
                });
    }

    private static boolean isCluster(ApiException failure) {
        return failure.code().startsWith("ClusterNotFound") || failure.code().startsWith("InvalidClusterId");
    }

    /** Returns the times of the two clocks. */
    private static String clocks(ApiException failure) {
        String here = "its time is " + failure.failedAt().truncatedTo(ChronoUnit.SECONDS);
        return failure.answeredAt()
                .map(there -> here + ", that of the service's answer is " + there)
                .orElse(here);
    }
}
