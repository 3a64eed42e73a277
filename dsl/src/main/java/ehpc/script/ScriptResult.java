package ehpc.script;

import ehpc.RunResult;
import java.util.List;

/**
 * What a script did.
 *
 * @param value the value of its last statement, or null, as Java knows it: {@link String}, numbers, lists and maps of {@code java.util},
 *     also inside each other; a closure is a {@link java.util.function.Function}
 * @param runs what its commands brought, in order
 * @param changed whether anything was changed at the service, or may have been
 */
public record ScriptResult(Object value, List<RunResult> runs, boolean changed) {

    static final ScriptResult NOTHING = new ScriptResult(null, List.of(), false);
}
