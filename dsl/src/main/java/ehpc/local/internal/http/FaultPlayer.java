package ehpc.local.internal.http;

import ehpc.local.Fault;
import ehpc.local.Faults;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** Decides, request by request, what goes wrong. Thread-safe. */
final class FaultPlayer {

    /**
     * What goes wrong with one request.
     *
     * @param latency how much later it is answered
     * @param fault what else, empty for nothing
     * @param draw a number of chance for the fault, 0 to below 1
     */
    record Turn(Duration latency, Optional<Fault> fault, double draw) {}

    private final Faults faults;
    private final Random chance;
    private final int[] left;

    FaultPlayer(Faults faults) {
        this.faults = faults;
        this.chance = new Random(faults.seed());
        this.left = faults.rules().stream().mapToInt(Faults.Rule::times).toArray();
    }

    synchronized Turn next(String action) {
        Duration latency = Duration.ZERO;
        Optional<Fault> fault = Optional.empty();
        for (int i = 0; i < left.length; i++) {
            Faults.Rule rule = faults.rules().get(i);
            boolean later = rule.fault() instanceof Fault.Latency;
            if (!later && fault.isPresent() || !hits(i, rule, action)) {
                continue;
            }
            if (rule.fault() instanceof Fault.Latency more) {
                latency = latency.plus(more.delay());
            } else {
                fault = Optional.of(rule.fault());
            }
        }
        return new Turn(latency, fault, chance.nextDouble());
    }

    private boolean hits(int i, Faults.Rule rule, String action) {
        boolean meant = rule.action().equals(Faults.ANY) || rule.action().equals(action);
        if (!meant || left[i] == 0 || chance.nextDouble() >= rule.share()) {
            return false;
        }
        left[i]--;
        return true;
    }
}
