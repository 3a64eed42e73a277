package ehpc.repl.internal.render;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** The differences of two texts as the hunks of a unified diff. */
public final class TextDiff {

    private static final int CONTEXT = 3;
    private static final String NO_LINE_END = "\n\\ No newline at end of output";

    /** The maximum product of both numbers of lines; a comparison takes as many steps if the texts have nothing in common. */
    private static final long MOST_STEPS = 1_000_000;

    private TextDiff() {}

    /** Returns the hunks that change the first text to the second, with three lines of context; none if the texts are equal. */
    public static List<String> hunks(String from, String to) {
        List<String> before = lines(from);
        List<String> after = lines(to);
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff("", "", before, patch(before, after), CONTEXT);
        return removedFirst(diff).stream()
                .skip(2) // the names of files
                .map(TextDiff::places)
                .flatMap(line -> List.of(line.split("\n")).stream())
                .toList();
    }

    /** The position of an empty text is line 0, as in other tools. */
    private static String places(String line) {
        return line.startsWith("@@ ") ? line.replace("-1,0 ", "-0,0 ").replace("+1,0 ", "+0,0 ") : line;
    }

    /** Moves the removed lines of each change before the added ones, as in other tools; the algorithm mixes them. */
    private static List<String> removedFirst(List<String> diff) {
        List<String> ordered = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (String line : diff) {
            if (line.startsWith("+")) {
                added.add(line);
            } else {
                if (!line.startsWith("-")) {
                    ordered.addAll(added);
                    added.clear();
                }
                ordered.add(line);
            }
        }
        ordered.addAll(added);
        return ordered;
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
        List<String> removed = before.subList(head, before.size() - tail);
        List<String> added = after.subList(head, after.size() - tail);
        boolean compared = (long) removed.size() * added.size() <= MOST_STEPS
                && !Collections.disjoint(removed, new HashSet<>(added));
        return compared
                ? DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>())
                : replaced(head, removed, added);
    }

    /** Replaces all lines: for texts without common lines, and for texts too long for a comparison. */
    private static Patch<String> replaced(int at, List<String> before, List<String> after) {
        Patch<String> patch = new Patch<>();
        if (!before.isEmpty() || !after.isEmpty()) {
            patch.addDelta(new ChangeDelta<>(new Chunk<>(at, before), new Chunk<>(at, after)));
        }
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
