package ehpc.script.internal.run;

import ehpc.RunFailedException;
import ehpc.api.ApiException;
import ehpc.plan.EffectRefused;
import java.util.ArrayList;
import java.util.List;

/** What a person may do about a failure: whether it is safe to try again, and what to type next. */
public final class Advice {

    private Advice() {}

    public static List<String> on(Throwable failure) {
        if (failure instanceof EffectRefused) {
            return List.of("--allow-effects (allowEffects() in Java) lets it happen while the script is planned");
        }
        if (failure instanceof ApiException refused) {
            return on(refused);
        }
        return failure instanceof RunFailedException run ? on(run) : List.of();
    }

    private static List<String> on(ApiException failure) {
        List<String> notes = new ArrayList<>();
        notes.add(again(failure));
        String next = next(failure);
        if (!next.isEmpty()) {
            notes.add("next: " + next);
        }
        failure.recommend().ifPresent(page -> notes.add("more: " + page));
        return notes;
    }

    private static String again(ApiException failure) {
        if (failure.mayHaveHappened()) {
            return "it may have been done: look before you try again";
        }
        if (failure.throttled()) {
            return "nothing was done by this call; it is safe to try again, in a minute";
        }
        if (failure.safeToRetry()) {
            return "nothing was done by this call; it is safe to try again";
        }
        return "nothing was done by this call; the same call will be refused again";
    }

    private static String next(ApiException failure) {
        String code = failure.code();
        String operation = failure.operation().name();
        if (failure.mayHaveHappened()) {
            return operation.equals("InvokeShellCommand")
                    ? "ehpc call ListCommands --ClusterId ID, to see whether the command is there"
                    : "";
        }
        if (failure.kind() == ApiException.Kind.UNREACHABLE) {
            if (failure.detail().startsWith("no usable credentials")) {
                return "ehpc whoami, to see where credentials were looked for";
            }
            return "check the network, the region and --endpoint";
        }
        if (code.startsWith("ClusterNotFound") || code.startsWith("InvalidClusterId")) {
            return "ehpc call ListClusters, to see the clusters of the region";
        }
        if (code.contains("AccessKey") || code.contains("Signature") || code.contains("SecurityToken")) {
            return "check the credentials: --profile NAME, or ALIBABA_CLOUD_ACCESS_KEY_ID and _SECRET";
        }
        if (code.startsWith("Forbidden") || code.startsWith("NoPermission")) {
            return "ask for permission to call " + operation;
        }
        return failure.throttled() ? "" : "ehpc help " + operation;
    }

    private static List<String> on(RunFailedException failure) {
        List<String> notes = new ArrayList<>();
        notes.add("not ok: " + failure.result().getFailedNodes().folded());
        if (failure.result().isUnknown()) {
            for (String command : failure.result().commandIds()) {
                notes.add("next: ehpc call ListInvocationResults --ClusterId "
                        + failure.result().clusterId() + " --CommandId " + command + " --all-pages");
            }
        }
        return notes;
    }
}
