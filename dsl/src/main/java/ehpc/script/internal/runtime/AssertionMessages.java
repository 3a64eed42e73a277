package ehpc.script.internal.runtime;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages for failed assertions: the condition and its values. */
final class AssertionMessages {

    private static final String ASSERT = "assert ";
    private static final Pattern WITH_MESSAGE =
            Pattern.compile("(.*)\\. Expression: (.*?)(?:\\. Values: (.*))?", Pattern.DOTALL);

    private static final int WIDEST = 200;

    private AssertionMessages() {}

    /** Returns the message in one line. */
    static String message(String text) {
        String first = text.lines().findFirst().orElse("").replaceFirst("\\. Expression: .*", "");
        return "assertion failed: " + (first.startsWith(ASSERT) ? first.substring(ASSERT.length()) : first);
    }

    /** Returns the values, each under its part of the expression; in one line for an assertion with a message. */
    static List<String> values(Throwable failure) {
        String text = failure.getMessage() == null ? "" : failure.getMessage();
        if (text.startsWith(ASSERT) && text.contains("\n")) {
            return text.lines()
                    .map(line -> line.substring(Math.min(ASSERT.length(), line.length())))
                    .filter(line -> !line.isBlank())
                    .map(AssertionMessages::cut)
                    .toList();
        }
        Matcher own = WITH_MESSAGE.matcher(text);
        return own.matches()
                ? List.of(cut(own.group(2) + (own.group(3) == null ? "" : ", where " + own.group(3))))
                : text.strip().lines().skip(1).map(AssertionMessages::cut).toList();
    }

    private static String cut(String line) {
        return line.length() > WIDEST ? line.substring(0, WIDEST - 3) + "..." : line;
    }
}
