package ehpc.api

/** A limit of calls, as services enforce them; times are nanoseconds. */
abstract class HiddenLimit {

    static final long SECOND = 1_000_000_000L

    abstract boolean accepts(long now)

    /** At most so many accepted calls in any second. */
    static HiddenLimit sliding(int perSecond) {
        Deque<Long> log = new ArrayDeque<>()
        of { long now ->
            log.removeIf { now - it >= SECOND }
            log.size() < perSecond && log.add(now)
        }
    }

    /** At most so many calls in any second, refused ones included. */
    static HiddenLimit severe(int perSecond) {
        Deque<Long> log = new ArrayDeque<>()
        of { long now ->
            log.removeIf { now - it >= SECOND }
            log << now
            log.size() <= perSecond
        }
    }

    /** At most so many calls in each span of time by the service's clock. */
    static HiddenLimit fixed(int calls, long span = SECOND) {
        long begin = -span.intdiv(3)
        int used = 0
        of { long now ->
            while (now - begin >= span) {
                begin += span
                used = 0
            }
            used < calls && ++used
        }
    }

    /** Tokens come back one by one; so many may be saved. */
    static HiddenLimit bucket(double perSecond, double capacity = perSecond) {
        double tokens = capacity
        long last = 0
        of { long now ->
            tokens = Math.min(capacity, tokens + (now - last) * perSecond / SECOND as double)
            last = now
            boolean accepted = tokens >= 1 - 1e-9
            tokens -= accepted ? 1 : 0
            accepted
        }
    }

    private static HiddenLimit of(Closure<Object> accept) {
        new HiddenLimit() {
            @Override
            boolean accepts(long now) {
                accept.call(now) as boolean
            }
        }
    }
}
