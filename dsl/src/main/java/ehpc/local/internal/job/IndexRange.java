package ehpc.local.internal.job;

import java.util.List;
import java.util.stream.IntStream;

/** The indexes of an array: from the first to the last at most, by a step. */
public record IndexRange(int first, int last, int step) {

    public List<Integer> indexes() {
        return IntStream.rangeClosed(0, Math.floorDiv(last - first, step))
                .mapToObj(nth -> first + nth * step)
                .toList();
    }

    /** Returns the text of a request, such as {@code 1-10:2}. */
    @Override
    public String toString() {
        return first + "-" + last + (step == 1 ? "" : ":" + step);
    }
}
