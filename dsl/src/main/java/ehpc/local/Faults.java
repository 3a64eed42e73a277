package ehpc.local;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The faults to inject, and their frequency. Immutable. The same seed and sequence of requests produce the same faults.
 *
 * <pre>{@code
 * Faults.seeded(7)
 *         .first(2, "ListNodes", Fault.throttled())
 *         .sometimes(0.1, Faults.ANY, Fault.latency(Duration.ofMillis(50)))
 *         .always("InvokeShellCommand", Fault.lostAnswer())
 * }</pre>
 *
 * <p>Rules are tried in the order given. Latencies add up; of the other faults, the first match applies.
 */
public final class Faults {

    /** Matches every operation. */
    public static final String ANY = "*";

    private final long seed;
    private final List<Rule> rules;

    /**
     * The condition of a fault.
     *
     * @param action the operation, or {@link #ANY}
     * @param share the probability for a request of that operation, above 0 and at most 1
     * @param times the maximum number of affected requests
     * @param fault the fault
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

    /** Returns no faults. */
    public static Faults none() {
        return seeded(0);
    }

    /**
     * Returns an empty set of rules with a seed.
     *
     * @param seed the seed of the random numbers
     */
    public static Faults seeded(long seed) {
        return new Faults(seed, List.of());
    }

    /** Adds a fault for every request of an operation. */
    public Faults always(String action, Fault fault) {
        return with(new Rule(action, 1, Integer.MAX_VALUE, fault));
    }

    /**
     * Adds a fault for the first requests of an operation.
     *
     * @param times the number of requests, at least 1
     */
    public Faults first(int times, String action, Fault fault) {
        return with(new Rule(action, 1, times, fault));
    }

    /**
     * Adds a fault for random requests of an operation.
     *
     * @param share the probability of each, above 0 and at most 1
     */
    public Faults sometimes(double share, String action, Fault fault) {
        return with(new Rule(action, share, Integer.MAX_VALUE, fault));
    }

    /** Adds a rule after the others. */
    public Faults with(Rule rule) {
        return new Faults(seed, Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    /** Returns the seed of the random numbers. */
    public long seed() {
        return seed;
    }

    /** Returns the rules in order. */
    public List<Rule> rules() {
        return rules;
    }
}
