package ehpc.repl.internal.render;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/** Differences of two texts as the hunks of a unified diff. */
public final class TextDiff {

    private static final int CONTEXT = 3;
    private static final String NO_LINE_END = "\n\\ No newline at end of output";

    /** Lines of one text times lines of the other. Comparing takes that many steps when the texts have nothing in common. */
    private static final long MOST_STEPS = 4_000_000;

    private TextDiff() {}

    /** The hunks that make the second text of the first, with three lines of context; none when the texts are equal. */
    public static List<String> hunks(String from, String to) {
        List<String> before = lines(from);
        List<String> after = lines(to);
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff("", "", before, patch(before, after), CONTEXT);
        return diff.stream()
                .skip(2) // the names of files
                .flatMap(line -> List.of(line.split("\n")).stream())
                .toList();
    }

    private static Patch<String> patch(List<String> before, List<String> after) {
        int most = Math.min(before.size(), after.size());
        int head = 0;
        while (head < most && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        long steps = (long) (before.size() - head - tail) * (after.size() - head - tail);
        return steps > MOST_STEPS
                ? replaced(head, before.subList(head, before.size() - tail), after.subList(head, after.size() - tail))
                : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>());
    }

    /** Texts that are long and have little in common are not compared line by line. */
    private static Patch<String> replaced(int at, List<String> before, List<String> after) {
        Patch<String> patch = new Patch<>();
        patch.addDelta(new ChangeDelta<>(new Chunk<>(at, before), new Chunk<>(at, after)));
        return patch;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        String last = lines.remove(lines.size() - 1);
        if (!last.isEmpty()) {
            lines.add(last + NO_LINE_END);
        }
        return lines;
    }
}
