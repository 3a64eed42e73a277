package ehpc.local.internal.fault;

import ehpc.local.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The faults of one request, in the order of their rules.
 *
 * @param played any number of latencies, and at most one fault of each other kind
 */
public record FaultTurn(List<PlayedFault> played) {

    /** Returns a turn without faults. */
    public static FaultTurn none() {
        return new FaultTurn(List.of());
    }

    /** Returns the delay of the answer. */
    public Duration latency() {
        return played.stream()
                .map(one -> one.fault() instanceof Fault.Latency later ? later.delay() : Duration.ZERO)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns the fault of a kind. */
    public <T extends Fault> Optional<T> find(Class<T> kind) {
        return played.stream()
                .map(PlayedFault::fault)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** Returns the fault of a kind with its random number. */
    public Optional<PlayedFault> played(Class<? extends Fault> kind) {
        return played.stream().filter(one -> kind.isInstance(one.fault())).findFirst();
    }

    public List<String> names() {
        return played.stream().map(one -> one.fault().name()).toList();
    }
}
