package ehpc.repl.internal.shell.line;

import java.util.regex.Pattern;

/** A line that cannot begin an entry, and goes on with the text before it, though that is whole: a chained call, an {@code else}. */
final class FurtherLine {

    private static final Pattern ONE = Pattern.compile(
            "[ \\t]*(?:(?:\\?{0,2}\\.|\\*\\.)[\\p{Alpha}_$'\"@&]|(?:else|catch|finally)\\b).*", Pattern.DOTALL);
    private static final int LONGEST_SIGN = "finally".length() + 1;

    private FurtherLine() {}

    /** Returns whether a line, or as much of it as is known, is one. */
    static boolean isOne(CharSequence begun) {
        return ONE.matcher(begun).matches();
    }

    /** Returns whether more of a line is needed to know. */
    static boolean mayBecomeOne(CharSequence begun) {
        String known = begun.toString();
        boolean ended = known.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c));
        return !ended && known.stripLeading().length() < LONGEST_SIGN;
    }
}
