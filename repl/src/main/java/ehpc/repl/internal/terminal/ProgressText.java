package ehpc.repl.internal.terminal;

import ehpc.repl.internal.render.Printable;
import ehpc.text.TextWidth;
import java.time.Duration;
import java.util.Locale;

/**
 * The progress of commands as one line.
 *
 * @param title the command, or the number of commands
 * @param total the number of nodes
 * @param done the nodes on which a command has ended
 * @param failed the nodes of these that are not ok
 * @param running the nodes on which a command runs
 * @param elapsed the time since the start of the first command
 */
public record ProgressText(String title, int total, int done, int failed, int running, Duration elapsed) {

    private static final String GAP = "  ";
    private static final int SHORTEST = 8;

    /** Returns the line, cut to a width; the command is cut first. */
    public String line(int width) {
        String numbers = "done " + done + "/" + total + (failed > 0 ? ", failed " + failed : "")
                + (running > 0 ? ", running " + running : "") + GAP + time();
        int room = width - TextWidth.of(numbers) - GAP.length();
        String line = room < SHORTEST ? numbers : TextWidth.cut(Printable.line(title), room) + GAP + numbers;
        return TextWidth.cut(line, width);
    }

    private String time() {
        String seconds = String.format(Locale.ROOT, "%02d", elapsed.toSecondsPart());
        return elapsed.toHours() > 0
                ? elapsed.toHours() + String.format(Locale.ROOT, ":%02d:", elapsed.toMinutesPart()) + seconds
                : elapsed.toMinutes() + ":" + seconds;
    }
}
