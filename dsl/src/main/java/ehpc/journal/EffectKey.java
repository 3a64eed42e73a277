package ehpc.journal;

import ehpc.Effect;
import ehpc.PlannedRun;
import ehpc.api.Request;
import ehpc.api.Secret;
import ehpc.plan.Redactor;
import ehpc.text.Sha256;
import java.util.List;
import java.util.TreeMap;

/** The identity of an effect: equal for a run and its repetition. */
final class EffectKey {

    private EffectKey() {}

    /** Returns the effect in words, such as {@code run 'date' on 4 nodes}. */
    static String title(Effect<?> effect) {
        return effect instanceof PlannedRun run
                ? JournaledStep.title(run.command().text()) + " on "
                        + run.targets().size() + " nodes"
                : ((Effect.Call) effect).request().operation().name();
    }

    /** Returns a digest of the requests of an effect; a secret counts by its name. */
    static String of(Effect<?> effect, Redactor redactor) {
        StringBuilder text = new StringBuilder();
        List<Request> requests = effect instanceof PlannedRun run
                ? run.waves().stream()
                        .flatMap(wave -> wave.portions().stream())
                        .map(PlannedRun.Portion::request)
                        .toList()
                : List.of(((Effect.Call) effect).request());
        for (Request request : requests) {
            text.append(request.operation().name())
                    .append(' ')
                    .append(request.region().orElse(""))
                    .append('\n');
            new TreeMap<>(request.wireValues())
                    .forEach((name, value) -> text.append(name)
                            .append('=')
                            .append(value instanceof Secret secret ? "secret " + secret.name() : value)
                            .append('\n'));
        }
        return Sha256.hex(redactor.stars(text.toString()));
    }
}
