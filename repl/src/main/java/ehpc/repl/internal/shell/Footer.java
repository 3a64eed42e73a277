package ehpc.repl.internal.shell;

import ehpc.RunResult;
import ehpc.script.EntryResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The line below the result of an entry: {@code _3 · 4 of 4 nodes ok · 0.8 s}. */
final class Footer {

    private static final String GAP = " · ";
    /** The shortest time shown beside other parts. */
    private static final Duration SHORTEST = Duration.ofMillis(100);

    /** The shortest time shown alone. */
    private static final Duration SHORTEST_ALONE = Duration.ofSeconds(2);

    private Footer() {}

    /** Returns the line; empty for a fast entry without a value. */
    static Optional<String> of(EntryResult result) {
        List<String> parts = new ArrayList<>();
        result.number().ifPresent(number -> parts.add("_" + number));
        result.value()
                .filter(RunResult.class::isInstance)
                .map(value -> ((RunResult) value).summary())
                .ifPresent(parts::add);
        Duration least = parts.isEmpty() ? SHORTEST_ALONE : SHORTEST;
        if (result.elapsed().compareTo(least) >= 0) {
            parts.add(time(result.elapsed()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(GAP, parts));
    }

    static String time(Duration elapsed) {
        if (elapsed.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", elapsed.toMillis() / 1000.0);
        }
        String hours = elapsed.toHours() > 0 ? elapsed.toHours() + " h " : "";
        return hours + elapsed.toMinutesPart() + " min " + elapsed.toSecondsPart() + " s";
    }
}
