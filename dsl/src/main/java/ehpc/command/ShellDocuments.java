package ehpc.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The here-documents of a shell text. Their lines follow the line with the delimiters. */
final class ShellDocuments {

    private static final Pattern BEGIN = Pattern.compile(
            "<<(?<tabs>-?)[ \\t]*(?:(?<open>[\\w.]+)|'(?<single>[\\w. -]+)'|\"(?<double>[\\w. -]+)\"|\\\\(?<back>\\w+))"
                    + "(?=[\\s;&|<>()]|$)");

    /** Expansions on a line that do not change where any shell ends it. */
    private static final Pattern SIMPLE =
            Pattern.compile("\\\\.|\\$\\{#?\\w+}|\\$\\([\\w \\t./:=,@%+*|-]*\\)|\\$(?![({])|[^\\\\`$]");

    private record Awaited(String end, boolean tabs, boolean filledIn) {}

    private final Deque<Awaited> awaited = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();

    /** Returns the length of the delimiter of a document here; empty if it cannot be read with certainty. */
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

    /** Reads a character of the documents; returns a reason if their end is uncertain. */
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
