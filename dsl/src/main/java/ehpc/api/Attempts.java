package ehpc.api;

import java.time.Duration;
import java.util.Optional;

/** The attempts to send one request. Confined to one thread. */
final class Attempts {

    /** A call that is throttled this often, while others are accepted, has another limit than these. */
    private static final int MOST_PASSED_OVER = 30;

    private final RetryPolicy policy;
    private final Repeatability repeatability;
    private int failures;
    private int unreachable;
    private long firstFailure;

    Attempts(RetryPolicy policy, Request request) {
        this.policy = policy;
        this.repeatability = Repeatability.of(request);
    }

    /**
     * Returns the pause before the next attempt; empty if the failure ends the attempts.
     *
     * @param passedOver how often the request was throttled while others were accepted
     */
    Optional<Duration> pauseAfter(ApiException failure, int passedOver) {
        if (!repeatability.allows(failure)) {
            return Optional.empty();
        }
        return failure.throttled() ? pauseAfterThrottling(failure, passedOver) : pauseAfterFailure(failure);
    }

    private Optional<Duration> pauseAfterFailure(ApiException failure) {
        long now = policy.clock().getAsLong();
        firstFailure = failures == 0 ? now : firstFailure;
        failures++;
        unreachable += failure.kind() == ApiException.Kind.UNREACHABLE ? 1 : 0;
        if (failures == policy.attempts() || unreachable > 1) {
            return Optional.empty();
        }
        Duration pause = policy.pause(failures);
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        Duration longer = pause.compareTo(asked) < 0 ? asked : pause;
        Duration spent = Duration.ofNanos(now - firstFailure);
        return Optional.of(longer).filter(time -> spent.plus(time).compareTo(policy.within()) <= 0);
    }

    /** There is no pause as long as all calls are throttled: the governor lets the next attempt wait for its turn. */
    private Optional<Duration> pauseAfterThrottling(ApiException failure, int passedOver) {
        boolean tooLong = failure.retryAfter()
                .filter(asked -> asked.compareTo(policy.patience()) > 0)
                .isPresent();
        return tooLong || passedOver == MOST_PASSED_OVER
                ? Optional.empty()
                : Optional.of(passedOver == 0 ? Duration.ZERO : policy.pause(passedOver));
    }
}
