package ehpc.repl.internal.shell.line;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jline.utils.InfoCmp;

/**
 * The description of a terminal by the name in {@code TERM}. A machine reached through ssh often lacks the descriptions of newer terminals,
 * or the program that prints them; then a description of the same family is used.
 */
final class TerminalType {

    private static final Pattern CURSOR_UP = Pattern.compile("\\bcuu1?=");

    /** The families of terminals and their descriptions; the first match counts. Most newer terminals follow xterm. */
    private static final List<Family> FAMILIES = List.of(
            new Family("(screen|tmux).*", "screen-256color"),
            new Family("rxvt-unicode.*", "rxvt-unicode-256color"),
            new Family("rxvt.*", "rxvt"),
            new Family("(linux|vt|ansi|cons|pcvt|sun|cygwin|xterm-(color|16color|vt\\d+)$).*", "xterm"),
            new Family(".*", "xterm-256color"));

    private record Family(String names, String type) {}

    private TerminalType() {}

    /**
     * Returns the name of an existing description.
     *
     * @return empty for a terminal that cannot move its cursor up, and gets complete lines
     */
    static Optional<String> of(String name) {
        String type = description(name).isPresent() ? name : family(name);
        return description(type).filter(text -> CURSOR_UP.matcher(text).find()).map(text -> type);
    }

    private static Optional<String> description(String type) {
        try {
            return Optional.of(InfoCmp.getInfoCmp(type));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    static String family(String name) {
        return FAMILIES.stream()
                .filter(family -> name.matches(family.names()))
                .findFirst()
                .orElseThrow()
                .type();
    }
}
