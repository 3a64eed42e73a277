package ehpc.local.internal.metric;

import java.util.Locale;

/** A measured quantity. */
public enum Metric {
    /** The use of the processor, in percent of one processor. */
    CPUSAGE("cpu"),
    /** That of programs. */
    CPUSER("cpu"),
    /** That of the kernel. */
    CPUSYS("cpu"),
    /** The occupied memory in KiB. */
    MEMUSED("memory");

    private final String category;

    Metric(String category) {
        this.category = category;
    }

    String category() {
        return category;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
