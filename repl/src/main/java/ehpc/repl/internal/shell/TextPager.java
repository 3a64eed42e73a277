package ehpc.repl.internal.shell;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Shows long texts page by page. */
final class TextPager {

    private TextPager() {}

    /**
     * Shows lines that do not fit the screen.
     *
     * @param pager the command line of the pager; blank for the default
     * @return false if the lines fit, or the pager cannot be started
     */
    static boolean show(List<String> lines, Input input, String pager) {
        if (lines.size() < input.height()) {
            return false;
        }
        List<String> command = List.of("sh", "-c", pager.isBlank() ? "less -R" : pager);
        try {
            input.launch(command, Optional.of(String.join("\n", lines) + "\n"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
