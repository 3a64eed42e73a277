package ehpc.local;

import ehpc.api.Catalogue;
import ehpc.api.Phrases;
import ehpc.text.Nearest;
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
 * <p>Rules are tried in the order given. Each rule has random numbers of its own, which depend on the seed, the operation and the name of
 * the fault: a rule that is added, removed or changed does not change the requests that the others choose. A service refuses a rule for an
 * operation that it does not know.
 */
public final class Faults {

    /** Matches every operation to which the fault applies. */
    public static final String ANY = "*";

    private final long seed;
    private final List<Rule> rules;

    /**
     * The condition of a fault.
     *
     * @param operation the operation, or {@link #ANY}
     * @param share the probability for a request of that operation, above 0 and at most 1
     * @param after the number of requests of that operation before the rule begins, at least 0
     * @param times the maximum number of affected requests, at least 1
     * @param fault the fault
     */
    public record Rule(String operation, double share, int after, int times, Fault fault) {

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if the fault cannot be played on the operation, or a number is out of range
         */
        public Rule {
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(fault, "fault");
            checkOperation(operation, fault);
            if (!(share > 0 && share <= 1)) {
                throw new IllegalArgumentException("share must be above 0 and at most 1, is " + share);
            }
            FaultRange.atLeast("after", after, 0);
            FaultRange.atLeast("times", times, 1);
        }

        /** Returns the rule that plays a fault on every request to which it applies. */
        public static Rule of(Fault fault) {
            return new Rule(ANY, 1, 0, Integer.MAX_VALUE, fault);
        }

        /**
         * Sets the operation.
         *
         * @throws IllegalArgumentException if the fault cannot be played on it
         */
        public Rule on(String operation) {
            return new Rule(operation, share, after, times, fault);
        }

        /**
         * Sets the probability.
         *
         * @throws IllegalArgumentException if it is not above 0 and at most 1
         */
        public Rule withShare(double share) {
            return new Rule(operation, share, after, times, fault);
        }

        /**
         * Sets the number of requests before the rule begins.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Rule withAfter(int after) {
            return new Rule(operation, share, after, times, fault);
        }

        /**
         * Sets the maximum number of affected requests.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Rule withTimes(int times) {
            return new Rule(operation, share, after, times, fault);
        }

        /** Returns whether it applies to an operation. */
        public boolean matches(String name) {
            boolean possible =
                    fault.operations().isEmpty() || fault.operations().contains(name);
            return possible && (operation.equals(ANY) || operation.equals(name));
        }

        /**
         * Returns this rule, if its operation exists.
         *
         * @throws IllegalArgumentException if it does not; the message suggests the nearest name
         */
        public Rule in(Catalogue catalogue) {
            if (!operation.equals(ANY) && !catalogue.names().contains(operation)) {
                throw new IllegalArgumentException(
                        "unknown operation '" + operation + "'" + Nearest.hint(operation, catalogue.names()));
            }
            return this;
        }

        private static void checkOperation(String operation, Fault fault) {
            List<String> possible = fault.operations().stream().sorted().toList();
            if (operation.equals(ANY) || possible.isEmpty() || possible.contains(operation)) {
                return;
            }
            throw new IllegalArgumentException(
                    "operation of fault " + fault.name() + " must be " + Phrases.or(possible) + ", is " + operation);
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

    /**
     * Adds a fault for every request of an operation.
     *
     * @param operation the operation, or {@link #ANY}
     * @throws IllegalArgumentException if the fault cannot be played on the operation
     */
    public Faults always(String operation, Fault fault) {
        return with(Rule.of(fault).on(operation));
    }

    /**
     * Adds a fault for the first requests of an operation.
     *
     * @param times the number of requests, at least 1
     * @param operation the operation, or {@link #ANY}
     * @throws IllegalArgumentException if the fault cannot be played on the operation, or the number is less than 1
     */
    public Faults first(int times, String operation, Fault fault) {
        return with(Rule.of(fault).on(operation).withTimes(times));
    }

    /**
     * Adds a fault for random requests of an operation.
     *
     * @param share the probability of each, above 0 and at most 1
     * @param operation the operation, or {@link #ANY}
     * @throws IllegalArgumentException if the fault cannot be played on the operation, or the share is out of range
     */
    public Faults sometimes(double share, String operation, Fault fault) {
        return with(Rule.of(fault).on(operation).withShare(share));
    }

    /**
     * Adds a fault for every request of an operation after the first ones.
     *
     * @param requests the number of requests before it, at least 0
     * @param operation the operation, or {@link #ANY}
     * @throws IllegalArgumentException if the fault cannot be played on the operation, or the number is negative
     */
    public Faults after(int requests, String operation, Fault fault) {
        return with(Rule.of(fault).on(operation).withAfter(requests));
    }

    /** Adds a rule after the others. */
    public Faults with(Rule rule) {
        return new Faults(seed, Stream.concat(rules.stream(), Stream.of(rule)).toList());
    }

    /** Returns the same rules with another seed. */
    public Faults withSeed(long other) {
        return new Faults(other, rules);
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
