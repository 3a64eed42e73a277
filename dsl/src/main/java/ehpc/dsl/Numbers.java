package ehpc.dsl;

import ehpc.Share;
import java.time.Duration;

/** Words behind a number: {@code 10.minutes}, {@code 5.percent}. A Groovy extension module. */
public final class Numbers {

    private Numbers() {}

    /** That many seconds. */
    public static Duration getSeconds(Integer self) {
        return Duration.ofSeconds(self);
    }

    /** One second. */
    public static Duration getSecond(Integer self) {
        return getSeconds(self);
    }

    /** That many minutes. */
    public static Duration getMinutes(Integer self) {
        return Duration.ofMinutes(self);
    }

    /** One minute. */
    public static Duration getMinute(Integer self) {
        return getMinutes(self);
    }

    /** That many hours. */
    public static Duration getHours(Integer self) {
        return Duration.ofHours(self);
    }

    /** One hour. */
    public static Duration getHour(Integer self) {
        return getHours(self);
    }

    /** That part of a set of nodes. */
    public static Share getPercent(Number self) {
        return Share.percent(self.doubleValue());
    }
}
