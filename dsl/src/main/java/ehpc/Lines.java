package ehpc;

import java.util.ArrayList;
import java.util.List;

/** Cuts what a command wrote into lines. */
final class Lines {

    private Lines() {}

    /** Only a line feed ends a line: a carriage return is what the command wrote, and is kept. */
    static List<String> of(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }
}
