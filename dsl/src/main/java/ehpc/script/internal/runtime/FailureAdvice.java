package ehpc.script.internal.runtime;

import ehpc.RunFailedException;
import ehpc.api.ApiException;
import java.util.ArrayList;
import java.util.List;

/** Advice on a failure: whether it is safe to try again, and which nodes failed. */
public final class FailureAdvice {

    private FailureAdvice() {}

    public static List<String> on(Throwable failure) {
        if (failure instanceof ApiException refused) {
            return on(refused);
        }
        return failure instanceof RunFailedException run ? on(run) : List.of();
    }

    private static List<String> on(ApiException failure) {
        List<String> notes = new ArrayList<>();
        notes.add(again(failure));
        failure.recommend().ifPresent(page -> notes.add("more: " + page));
        return notes;
    }

    private static String again(ApiException failure) {
        if (failure.mayHaveHappened()) {
            return "the call may have taken effect; check before you try again";
        }
        if (failure.throttled()) {
            return "this call had no effect; it is safe to try again, in a minute";
        }
        if (failure.category().isTemporary()) {
            return "this call had no effect; it is safe to try again";
        }
        if (failure.kind() != ApiException.Kind.REFUSED) {
            return "this call had no effect";
        }
        return "this call had no effect; the same call will be refused again";
    }

    private static List<String> on(RunFailedException failure) {
        return List.of("not ok: " + failure.result().getFailedNodes().folded());
    }
}
