package ehpc.dsl;

import ehpc.language.WordFacts;
import ehpc.language.WordPlace;
import ehpc.language.WordsOf;
import ehpc.node.CountOrPercent;
import java.time.Duration;

/** The words after a number: {@code 10.minutes}, {@code 5.percent}. A Groovy extension module. */
@WordsOf(value = WordPlace.NUMBER, form = "COUNT.%s", extension = true, first = "second seconds minute minutes hour")
public final class Numbers {

    private Numbers() {}

    /** That many seconds. */
    @WordFacts(value = "A duration of that many seconds.", example = "run 'true' timeout 30.seconds on nodes.login")
    public static Duration getSeconds(Integer self) {
        return Duration.ofSeconds(self);
    }

    /** One second. */
    @WordFacts(form = "1.second", value = "A duration of one second.", example = "println 1.second")
    public static Duration getSecond(Integer self) {
        return getSeconds(self);
    }

    /** That many minutes. */
    @WordFacts(value = "A duration of that many minutes.", example = "run 'true' timeout 10.minutes on nodes.login")
    public static Duration getMinutes(Integer self) {
        return Duration.ofMinutes(self);
    }

    /** One minute. */
    @WordFacts(
            form = "1.minute",
            value = "A duration of one minute.",
            example = "run 'true' timeout 1.minute on nodes.login")
    public static Duration getMinute(Integer self) {
        return getMinutes(self);
    }

    /** That many hours. */
    @WordFacts(value = "A duration of that many hours.", example = "run 'true' timeout 2.hours on nodes.login")
    public static Duration getHours(Integer self) {
        return Duration.ofHours(self);
    }

    /** One hour. */
    @WordFacts(form = "1.hour", value = "A duration of one hour.", example = "run 'true' timeout 1.hour on nodes.login")
    public static Duration getHour(Integer self) {
        return getHours(self);
    }

    /** Returns that share of a set of nodes. */
    @WordFacts(
            value = "That part of the nodes of a run, for tolerate and waves.",
            example = "run 'true' tolerate 5.percent waves 1, 10.percent on nodes.compute")
    public static CountOrPercent getPercent(Number self) {
        return CountOrPercent.percent(self.doubleValue());
    }
}
