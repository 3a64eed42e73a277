package ehpc.repl;

import ehpc.repl.internal.failure.UsageException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time on the command line, such as {@code 90s}, {@code 10m}, {@code 12h} or {@code 30d}.
 *
 * @param words the time as it was given
 */
record TimeSpan(String words, Duration duration) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,7})([smhdw])");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7));

    /** @throws UsageException if it has another form */
    static TimeSpan of(String option, String text) {
        Matcher time = FORM.matcher(text);
        if (!time.matches()) {
            throw new UsageException(
                    option + " must be a number with s, m, h, d or w, such as 90s or 30d, is '" + text + "'");
        }
        return new TimeSpan(text, UNITS.get(time.group(2)).multipliedBy(Long.parseLong(time.group(1))));
    }
}
