package ehpc.script;

import ehpc.RunResult;
import java.util.List;

/**
 * The result of a script.
 *
 * @param value the value of its last statement, or null, in types of the JDK: {@link String}, numbers, lists and maps, also nested; a
 *     closure is a {@link java.util.function.Function}
 * @param runs the results of its commands, in order
 * @param changed whether the script changed the service, or may have
 */
public record ScriptResult(Object value, List<RunResult> runs, boolean changed) {

    static final ScriptResult NOTHING = new ScriptResult(null, List.of(), false);
}
