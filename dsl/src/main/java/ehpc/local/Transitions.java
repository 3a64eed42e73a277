package ehpc.local;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pace of the transitions between the statuses of clusters and nodes, such as {@code uninit}, {@code initing} and {@code running} of a
 * node that joins. Immutable.
 *
 * @param looks the number of looks at a status until it changes; 0 if looks do not count. A look is a request that lists or describes the
 *     cluster, its nodes or its tasks; the look after the last one sees the next status.
 * @param time the time until a status changes, on the {@linkplain LocalOptions#clock clock of the service}; zero if time does not count
 */
public record Transitions(int looks, Duration time) {

    private static final Pattern FORM = Pattern.compile("at-once|([0-9]{1,6})-looks?|([0-9]{1,9})(ms|s|m|h)");
    private static final int MOST_LOOKS = 1000;
    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if looks are not 0 to 1000, the time is not 0 to 24 hours, or both are above 0
     */
    public Transitions {
        if (looks < 0 || looks > MOST_LOOKS) {
            throw new IllegalArgumentException("looks must be 0 to " + MOST_LOOKS + ", is " + looks);
        }
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("time must be 0 to 24 hours, is " + time);
        }
        if (looks > 0 && !time.isZero()) {
            throw new IllegalArgumentException("looks or time must be 0, is " + looks + " and " + time);
        }
    }

    /** Returns transitions that take no time: an answer already shows the last status. Post scripts still run, and take their time. */
    public static Transitions atOnce() {
        return new Transitions(0, Duration.ZERO);
    }

    /**
     * Returns transitions after a number of looks.
     *
     * @param looks 1 to 1000
     * @throws IllegalArgumentException if it is out of range
     */
    public static Transitions afterLooks(int looks) {
        if (looks < 1) {
            throw new IllegalArgumentException("looks must be 1 to " + MOST_LOOKS + ", is " + looks);
        }
        return new Transitions(looks, Duration.ZERO);
    }

    /**
     * Returns transitions after a time.
     *
     * @param time above 0, at most 24 hours
     * @throws IllegalArgumentException if it is out of range
     */
    public static Transitions timed(Duration time) {
        FaultRange.positive("time", time);
        return new Transitions(0, time);
    }

    /**
     * Returns the transitions with this name: {@code at-once}, {@code 3-looks}, {@code 200ms}, {@code 2s}, {@code 10m} or {@code 1h}.
     *
     * @throws IllegalArgumentException if it has another form, or a number is out of range
     */
    public static Transitions of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "the pace of transitions must be at-once, a number of looks such as 3-looks, or a time such as 200ms, 2s, 10m or 1h, is '"
                            + text + "'");
        }
        if (form.group(1) != null) {
            return afterLooks(Integer.parseInt(form.group(1)));
        }
        return form.group(2) == null ? atOnce() : timed(time(Integer.parseInt(form.group(2)), form.group(3)));
    }

    private static Duration time(int number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    /** Returns whether a status changes after looks. */
    public boolean byLooks() {
        return looks > 0;
    }

    /** Returns whether a status changes after a time. */
    public boolean byTime() {
        return !time.isZero();
    }
}
