package ehpc.local;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What goes wrong on purpose, and how often. Immutable. The same seed and the same sequence of requests give the same faults.
 *
 * <pre>{@code
 * Faults.seeded(7)
 *         .first(2, "ListNodes", Fault.throttled())
 *         .sometimes(0.1, Faults.ANY, Fault.latency(Duration.ofMillis(50)))
 *         .always("InvokeShellCommand", Fault.lostAnswer())
 * }</pre>
 *
 * <p>Rules are tried in the order given. Latencies add up; of the others the first that hits acts.
 */
public final class Faults {

    /** Stands for every operation. */
    public static final String ANY = "*";

    private final long seed;
    private final List<Rule> rules;

    /**
     * When a fault acts.
     *
     * @param action the operation, or {@link #ANY}
     * @param share the chance of a request of that operation to be hit, above 0 and at most 1
     * @param times how many requests it may hit at most
     * @param fault what happens then
     */
    public record Rule(String action, double share, int times, Fault fault) {

        /**
         * Checks share and times.
         *
         * @throws IllegalArgumentException if one is out of range
         */
        public Rule {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(fault, "fault");
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("share must be above 0 and at most 1, is " + share);
            }
            if (times < 1) {
                throw new IllegalArgumentException("times must be at least 1, is " + times);
            }
        }
    }

    private Faults(long seed, List<Rule> rules) {
        this.seed = seed;
        this.rules = rules;
    }

    /** Nothing goes wrong. */
    public static Faults none() {
        return seeded(0);
    }

    /**
     * No rule yet.
     *
     * @param seed what chance starts from
     */
    public static Faults seeded(long seed) {
        return new Faults(seed, List.of());
    }

    /** With a fault on every request of an operation. */
    public Faults always(String action, Fault fault) {
        return with(new Rule(action, 1, Integer.MAX_VALUE, fault));
    }

    /**
     * With a fault on the first requests of an operation.
     *
     * @param times on how many, at least 1
     */
    public Faults first(int times, String action, Fault fault) {
        return with(new Rule(action, 1, times, fault));
    }

    /**
     * With a fault on some requests of an operation.
     *
     * @param share the chance of each, above 0 and at most 1
     */
    public Faults sometimes(double share, String action, Fault fault) {
        return with(new Rule(action, share, Integer.MAX_VALUE, fault));
    }

    /** With a further rule, tried after the others. */
    public Faults with(Rule rule) {
        return new Faults(seed, Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    /** What chance starts from. */
    public long seed() {
        return seed;
    }

    /** Returns the rules, in the order in which they are tried. */
    public List<Rule> rules() {
        return rules;
    }
}
