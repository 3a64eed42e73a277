package ehpc.repl.internal.terminal;

import ehpc.repl.internal.render.Printable;
import ehpc.text.TextWidth;
import java.time.Duration;
import java.util.Locale;

/**
 * How far commands are, in one line.
 *
 * @param what the command, or how many there are
 * @param total nodes that are meant
 * @param done nodes on which a command has ended
 * @param failed those of them that are not ok
 * @param running nodes that are at it
 * @param elapsed since the first of the commands began
 */
public record ProgressText(String what, int total, int done, int failed, int running, Duration elapsed) {

    private static final String GAP = "  ";
    private static final int SHORTEST = 8;

    /** Returns the line, at most so many columns wide; the command gives way first. */
    public String line(int width) {
        String numbers = "done " + done + "/" + total + (failed > 0 ? ", failed " + failed : "")
                + (running > 0 ? ", running " + running : "") + GAP + time();
        int room = width - TextWidth.of(numbers) - GAP.length();
        String line = room < SHORTEST ? numbers : TextWidth.cut(Printable.line(what), room) + GAP + numbers;
        return TextWidth.cut(line, width);
    }

    private String time() {
        String seconds = String.format(Locale.ROOT, "%02d", elapsed.toSecondsPart());
        return elapsed.toHours() > 0
                ? elapsed.toHours() + String.format(Locale.ROOT, ":%02d:", elapsed.toMinutesPart()) + seconds
                : elapsed.toMinutes() + ":" + seconds;
    }
}
