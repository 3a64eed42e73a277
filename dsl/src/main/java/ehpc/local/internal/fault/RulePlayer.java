package ehpc.local.internal.fault;

import ehpc.local.Fault;
import ehpc.local.Faults.Rule;
import ehpc.text.Sha256;
import java.nio.ByteBuffer;
import java.util.Random;

/**
 * Chooses the requests that one rule affects. It has random numbers of its own and takes the same count of them for each matching request,
 * whatever the result, so that no rule affects the choices of another.
 */
final class RulePlayer {

    private final Rule rule;
    private final Random chance;
    private int before;
    private int left;
    private double draw;

    /**
     * @param nth the rule's place among those of the same operation and fault
     */
    RulePlayer(Rule rule, long seed, int nth) {
        this.rule = rule;
        String stream = String.join(" ", Long.toString(seed), kind(rule), Integer.toString(nth));
        this.chance = new Random(ByteBuffer.wrap(Sha256.of(stream)).getLong());
        this.before = rule.after();
        this.left = rule.times();
    }

    /** Returns the key of rules that must not share random numbers. */
    static String kind(Rule rule) {
        return rule.operation() + " " + rule.fault().name();
    }

    Fault fault() {
        return rule.fault();
    }

    /** Returns whether the rule chooses the next request; {@link #play} consumes the choice. */
    boolean chooses(String operation) {
        if (!rule.matches(operation)) {
            return false;
        }
        boolean hit = chance.nextDouble() < rule.share();
        draw = chance.nextDouble();
        if (before > 0) {
            before--;
            return false;
        }
        return hit && left > 0;
    }

    PlayedFault play() {
        left--;
        return new PlayedFault(rule.fault(), draw);
    }
}
