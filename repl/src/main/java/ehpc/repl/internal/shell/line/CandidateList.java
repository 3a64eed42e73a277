package ehpc.repl.internal.shell.line;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * The candidates below a text, one per line with a description.
 *
 * @param all the candidates, in display order
 * @param prefix the beginning that the text already contains
 * @param width the maximum columns of a line
 * @param rows the maximum number of lines
 */
record CandidateList(List<Candidate> all, String prefix, int width, int rows) {

    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final AttributedStyle BEGUN = PLAIN.bold();
    private static final AttributedStyle DESCRIPTION = PLAIN.faint();
    private static final AttributedStyle SELECTED = PLAIN.inverse();
    private static final int GAP = 2;

    /** Returns whether any candidate has a description; others are listed in columns. */
    boolean isDescribed() {
        return all.stream().anyMatch(candidate -> candidate.descr() != null);
    }

    /** Returns the lines of the first candidates. */
    AttributedString first() {
        int shown = all.size() <= rows ? all.size() : Math.max(0, rows - 1);
        return lines(0, shown, -1, "… and " + (all.size() - shown) + " more; Tab steps through all");
    }

    /** Returns the lines of the candidates around the selected one. */
    AttributedString around(int selected) {
        if (all.size() <= rows) {
            return lines(0, all.size(), selected, "");
        }
        int shown = Math.max(1, rows - 1);
        int from = Math.max(0, Math.min(selected - shown / 2, all.size() - shown));
        return lines(from, from + shown, selected, "… " + (selected + 1) + " of " + all.size());
    }

    private AttributedString lines(int from, int to, int selected, String rest) {
        int names = all.subList(from, to).stream()
                .mapToInt(candidate -> columns(candidate.displ()))
                .max()
                .orElse(0);
        AttributedStringBuilder lines = new AttributedStringBuilder();
        for (int i = from; i < to; i++) {
            lines.append(i > from ? "\n" : "").append(line(all.get(i), Math.min(names, width / 2), i == selected));
        }
        if (to - from < all.size()) {
            lines.append(to > from ? "\n" : "").append(cut(new AttributedString(rest, DESCRIPTION)));
        }
        return lines.toAttributedString();
    }

    private AttributedString line(Candidate candidate, int names, boolean selected) {
        String name = candidate.displ();
        int same = name.startsWith(prefix) ? prefix.length() : 0;
        AttributedStringBuilder line = new AttributedStringBuilder()
                .styled(selected ? SELECTED : BEGUN, name.substring(0, same))
                .styled(selected ? SELECTED : PLAIN, name.substring(same));
        if (candidate.descr() != null) {
            line.append(" ".repeat(Math.max(0, names - columns(name)) + GAP)).styled(DESCRIPTION, candidate.descr());
        }
        return cut(line.toAttributedString());
    }

    private AttributedString cut(AttributedString line) {
        if (line.columnLength() <= width) {
            return line;
        }
        return new AttributedStringBuilder()
                .append(line.columnSubSequence(0, Math.max(0, width - 1)))
                .append("…")
                .toAttributedString();
    }

    private static int columns(String text) {
        return new AttributedString(text).columnLength();
    }
}
