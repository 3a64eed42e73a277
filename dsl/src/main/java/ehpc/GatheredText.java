package ehpc;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes results for people: equal ones once, with their folded node names. */
final class GatheredText {

    private static final String INDENT = "  ";

    private GatheredText() {}

    static String of(RunResult result) {
        StringBuilder text = new StringBuilder();
        try {
            write(result, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static void write(RunResult result, Appendable out) throws IOException {
        for (ResultGroup group : result.gathered()) {
            out.append(group.title()).append('\n');
            for (String line : group.lines()) {
                out.append(INDENT).append(line).append('\n');
            }
        }
    }
}
