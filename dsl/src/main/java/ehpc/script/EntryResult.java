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
 * What an entry of a shell did.
 *
 * @param value of its last line, where that is an expression and gives one that is not null; known to later entries as {@code _}
 * @param number by which later entries know the value, from 1: {@code _1}; empty where there is no value
 * @param printed whether the value was shown already, as that of a {@code run} that stands alone
 * @param declared the variables that it declared, in their order, with their values; a value may be null
 * @param runs what its commands brought, in order; empty where something else took them
 * @param unseen the results that failed, and that neither the entry looked at nor anybody was shown, in order
 * @param changed whether anything was changed at the service, or may have been
 * @param elapsed how long it ran, without the time for which a question of {@link ScriptRun#approval} was open
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
