package ehpc.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The here-documents of a shell text, whose lines come behind the line that names their ends. */
final class ShellDocuments {

    private static final Pattern BEGIN = Pattern.compile(
            "<<(?<tabs>-?)[ \\t]*(?:(?<open>[\\w.]+)|'(?<single>[\\w. -]+)'|\"(?<double>[\\w. -]+)\"|\\\\(?<back>\\w+))"
                    + "(?=[\\s;&|<>()]|$)");

    /** What a line may have the shell fill in, so that every shell ends the line where it ends. */
    private static final Pattern SIMPLE =
            Pattern.compile("\\\\.|\\$\\{#?\\w+}|\\$\\([\\w \\t./:=,@%+*|-]*\\)|\\$(?![({])|[^\\\\`$]");

    private record Awaited(String end, boolean tabs, boolean filledIn) {}

    private final Deque<Awaited> awaited = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();

    /** How many characters name the end of a document here; empty where they cannot be read with certainty. */
    Optional<Integer> begin(String text, int at) {
        Matcher begin = BEGIN.matcher(text).region(at, text.length());
        if (!begin.lookingAt()) {
            return Optional.empty();
        }
        String open = begin.group("open");
        String end = open;
        for (String form : new String[] {"single", "double", "back"}) {
            end = end == null ? begin.group(form) : end;
        }
        awaited.add(new Awaited(end, !begin.group("tabs").isEmpty(), open != null));
        return Optional.of(begin.end() - at);
    }

    boolean isAwaited() {
        return !awaited.isEmpty();
    }

    /** Reads a character of the documents; tells why it is not certain where they end. */
    Optional<String> read(char c) {
        if (c != '\n') {
            line.append(c);
            return Optional.empty();
        }
        Awaited document = awaited.element();
        String text = line.toString();
        line.setLength(0);
        if ((document.tabs ? text.replaceFirst("^\\t+", "") : text).equals(document.end)) {
            awaited.remove();
            return Optional.empty();
        }
        boolean simple = SIMPLE.matcher(text).replaceAll("").isEmpty();
        return document.filledIn && !simple
                ? Optional.of("a here-document with more than plain lines")
                : Optional.empty();
    }
}
