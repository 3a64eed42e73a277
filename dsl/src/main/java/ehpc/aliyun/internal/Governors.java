package ehpc.aliyun.internal;

import ehpc.api.RateGovernor;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The governors that a transport uses, shared with all transports of this process to the same endpoint with the same access key. Thread-safe.
 *
 * <p>The service counts the calls of an account from wherever they come, and the parts of a program that open connections need not know of
 * each other. So the governors in use are the one state that the library keeps outside of objects that its callers hold
 * (dsl/docs/decisions/0016-one-rate-governor-per-process.md).
 */
final class Governors {

    private static final Map<Limit, WeakReference<RateGovernor>> IN_USE = new HashMap<>();

    /** Keeps strong references to the last governor of each endpoint, because the access keys of roles change. */
    private final Map<Endpoint, RateGovernor> own = new ConcurrentHashMap<>();

    /** Identifies calls that count against one limit, as far as known without a call to the service. */
    private record Limit(Endpoint endpoint, String accessKeyId) {}

    RateGovernor of(Endpoint endpoint, String accessKeyId) {
        RateGovernor shared = shared(new Limit(endpoint, accessKeyId));
        own.put(endpoint, shared);
        return shared;
    }

    private static RateGovernor shared(Limit limit) {
        synchronized (IN_USE) {
            WeakReference<RateGovernor> known = IN_USE.get(limit);
            RateGovernor governor = known == null ? null : known.get();
            if (governor == null) {
                IN_USE.values().removeIf(unused -> unused.get() == null);
                governor = RateGovernor.create();
                IN_USE.put(limit, new WeakReference<>(governor));
            }
            return governor;
        }
    }
}
