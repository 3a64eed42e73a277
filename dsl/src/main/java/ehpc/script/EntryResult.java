package ehpc.script;

import ehpc.RunResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The result of an entry of a shell.
 *
 * @param value the value of its last line if that is an expression with a value other than null; later entries read it as {@code _}
 * @param number the number of the value in later entries, from 1: {@code _1}; empty without a value
 * @param printed whether the value was printed already, as for a bare {@code run}
 * @param declared the declared variables in order, with their values; a value may be null
 * @param runs the results of its commands, in order; empty if a consumer received them
 * @param unseen the failed results that were neither checked by the entry nor printed, in order
 * @param changed whether the entry changed the service, or may have
 * @param elapsed its duration, without the time of open questions of {@link ScriptRun#approval}
 */
public record EntryResult(
        Optional<Object> value,
        OptionalInt number,
        boolean printed,
        Map<String, Object> declared,
        List<RunResult> runs,
        List<RunResult> unseen,
        boolean changed,
        Duration elapsed) {

    /** Copies the collections. */
    public EntryResult {
        declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
        runs = Collections.unmodifiableList(new ArrayList<>(runs));
        unseen = Collections.unmodifiableList(new ArrayList<>(unseen));
    }
}
