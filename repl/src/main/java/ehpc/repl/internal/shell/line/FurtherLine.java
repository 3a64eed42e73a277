package ehpc.repl.internal.shell.line;

import java.util.regex.Pattern;

/** A line that continues a complete text and cannot begin an entry: a chained call, an {@code else}. */
final class FurtherLine {

    private static final Pattern FORM = Pattern.compile(
            "[ \\t]*(?:(?:\\?{0,2}\\.|\\*\\.)[\\p{Alpha}_$'\"@&]|(?:else|catch|finally)\\b).*", Pattern.DOTALL);
    private static final int LONGEST_SIGN = "finally".length() + 1;

    private FurtherLine() {}

    /** Returns whether the known beginning of a line has this form. */
    static boolean matches(CharSequence prefix) {
        return FORM.matcher(prefix).matches();
    }

    /** Returns whether more of a line is needed for the decision. */
    static boolean needsMore(CharSequence prefix) {
        String known = prefix.toString();
        boolean ended = known.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c));
        return !ended && known.stripLeading().length() < LONGEST_SIGN;
    }
}
