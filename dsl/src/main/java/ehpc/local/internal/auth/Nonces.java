package ehpc.local.internal.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records used nonces as long as their requests are still valid. Thread-safe. */
final class Nonces {

    private final Duration kept;
    private final Map<String, Instant> used = new LinkedHashMap<>();

    Nonces(Duration kept) {
        this.kept = kept;
    }

    /** Records a nonce; returns whether it is new. */
    synchronized boolean use(String nonce, Instant now) {
        var oldest = used.values().iterator();
        while (oldest.hasNext() && oldest.next().plus(kept).isBefore(now)) {
            oldest.remove();
        }
        return used.putIfAbsent(nonce, now) == null;
    }
}
