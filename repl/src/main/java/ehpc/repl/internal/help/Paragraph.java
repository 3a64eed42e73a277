package ehpc.repl.internal.help;

import ehpc.text.TextWidth;
import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
final class Paragraph {

    private Paragraph() {}

    /** Returns the lines of a text, broken between words; a word wider than a line has its own line. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && TextWidth.of(line.toString()) + 1 + TextWidth.of(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
