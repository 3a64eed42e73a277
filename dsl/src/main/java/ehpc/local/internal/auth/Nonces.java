package ehpc.local.internal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers used nonces as long as a request with one could still be in time. Thread-safe. */
final class Nonces {

    private final Duration kept;
    private final Map<String, Instant> used = new LinkedHashMap<>();

    Nonces(Duration kept) {
        this.kept = kept;
    }

    /** Returns whether the nonce is new; it is used from now on. */
    synchronized boolean use(String nonce, Instant now) {
        var oldest = used.values().iterator();
        while (oldest.hasNext() && oldest.next().plus(kept).isBefore(now)) {
            oldest.remove();
        }
        return used.putIfAbsent(nonce, now) == null;
    }
}
