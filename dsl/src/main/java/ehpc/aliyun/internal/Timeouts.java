package ehpc.aliyun.internal;

import java.time.Duration;

/**
 * The timeouts of a request.
 *
 * @param connect for a connection, with its TLS handshake
 * @param read for the next bytes of an answer
 */
public record Timeouts(Duration connect, Duration read) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(24);

    /** Refuses durations that sockets do not support: less than 1 ms, or more than 24 days. */
    public static Duration checked(String name, Duration value) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be from 1 ms to 24 days, is " + value);
        }
        return value;
    }

    int connectMillis() {
        return (int) connect.toMillis();
    }

    int readMillis() {
        return (int) read.toMillis();
    }

    /** Returns a readable duration, such as {@code 10 s} or {@code 250 ms}. */
    static String text(Duration value) {
        return value.toMillis() % 1000 == 0 ? value.toSeconds() + " s" : value.toMillis() + " ms";
    }
}
