package ehpc.local;

import java.time.Duration;

/** The ranges of the values of faults. */
final class FaultRange {

    private FaultRange() {}

    static void notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must be at least 0, is " + value);
        }
    }

    static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", is " + value);
        }
    }
}
