package ehpc.local.internal.fault;

import ehpc.local.AnswerFault;
import ehpc.local.Fault;
import ehpc.local.Faults;
import ehpc.local.PageFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chooses the faults of each request. Thread-safe. */
public final class FaultPlayer {

    private final List<RulePlayer> rules = new ArrayList<>();

    public FaultPlayer(Faults faults) {
        Map<String, Integer> counts = new HashMap<>();
        for (Faults.Rule rule : faults.rules()) {
            int nth = counts.merge(RulePlayer.kind(rule), 1, Integer::sum);
            rules.add(new RulePlayer(rule, faults.seed(), nth));
        }
    }

    /** Returns the faults of the next request. */
    public synchronized FaultTurn next(String operation) {
        List<PlayedFault> played = new ArrayList<>();
        Set<Class<?>> taken = new HashSet<>();
        for (RulePlayer rule : rules) {
            boolean later = rule.fault() instanceof Fault.Latency;
            if (rule.chooses(operation) && (later || taken.add(kind(rule.fault())))) {
                played.add(rule.play());
            }
        }
        return new FaultTurn(List.copyOf(played));
    }

    /** Returns the kind of a fault; a request has at most one of each kind. */
    private static Class<?> kind(Fault fault) {
        if (fault instanceof AnswerFault) {
            return AnswerFault.class;
        }
        return fault instanceof PageFault ? PageFault.class : fault.getClass();
    }
}
