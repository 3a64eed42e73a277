package ehpc.plan;

import java.util.ArrayList;
import java.util.List;

/** The ordered removals and additions that convert a list into another. */
final class ListDiff {

    /** A line: {@code -}, {@code +}, or a space if it is kept. */
    record Line(char sign, String text) {

        @Override
        public String toString() {
            return sign + " " + text;
        }
    }

    private ListDiff() {}

    /** Returns the shortest difference, by the longest common subsequence; for short lists. */
    static List<Line> of(List<?> before, List<?> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            boolean same =
                    i < before.size() && j < after.size() && before.get(i).equals(after.get(j));
            if (same) {
                lines.add(new Line(' ', before.get(i++).toString()));
                j++;
            } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line('-', before.get(i++).toString()));
            } else {
                lines.add(new Line('+', after.get(j++).toString()));
            }
        }
        return lines;
    }
}
