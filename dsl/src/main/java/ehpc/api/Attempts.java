package ehpc.api;

import java.time.Duration;
import java.util.Optional;

/** The attempts to send one request. Confined to one thread. */
final class Attempts {

    private final RetryPolicy policy;
    private final Repeatability repeatability;
    private int made;
    private int unreachable;
    private long firstFailure;

    Attempts(RetryPolicy policy, Request request) {
        this.policy = policy;
        this.repeatability = Repeatability.of(request);
    }

    /** Returns the pause before the next attempt; empty if the failure ends the attempts. */
    Optional<Duration> pauseAfter(ApiException failure) {
        long now = policy.clock().getAsLong();
        firstFailure = made == 0 ? now : firstFailure;
        made++;
        unreachable += failure.kind() == ApiException.Kind.UNREACHABLE ? 1 : 0;
        if (!repeatability.allows(failure) || made == policy.attempts() || unreachable > 1) {
            return Optional.empty();
        }
        Duration pause = policy.pause(made);
        Duration least = failure.retryAfter().orElse(Duration.ZERO);
        pause = pause.compareTo(least) < 0 ? least : pause;
        Duration spent = Duration.ofNanos(now - firstFailure);
        return Optional.of(pause).filter(time -> spent.plus(time).compareTo(policy.within()) <= 0);
    }
}
