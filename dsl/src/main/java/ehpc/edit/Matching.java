package ehpc.edit;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** Selects the candidates that match the typed text. */
final class Matching {

    static final List<BiPredicate<String, String>> WAYS = List.of(
            String::startsWith,
            (text, written) -> lower(text).startsWith(lower(written)),
            Matching::humps,
            (text, written) -> lower(text).contains(lower(written)));

    private Matching() {}

    /**
     * Returns the candidates that begin with the typed text; if there are none, those that do so ignoring case, then those whose words begin
     * with its parts, as {@code okNodes} does with {@code oN}, then those that contain it.
     */
    static List<Candidate> matching(List<Candidate> candidates, String written) {
        for (BiPredicate<String, String> way : WAYS) {
            List<Candidate> fitting = candidates.stream()
                    .filter(one -> way.test(plain(one.text()), written))
                    .distinct()
                    .toList();
            if (!fitting.isEmpty()) {
                return fitting;
            }
        }
        return List.of();
    }

    /** A quoted value is matched by its content. */
    private static String plain(String text) {
        return text.startsWith("'") ? text.substring(1) : text;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /**
     * Returns whether the words of a text, which begin with a capital or after a punctuation mark, begin with parts of the typed text, in
     * order.
     */
    private static boolean humps(String text, String written) {
        return humps(text, 0, written, 0);
    }

    private static boolean humps(String text, int at, String written, int done) {
        if (done == written.length()) {
            return true;
        }
        for (int i = at; i < text.length(); i++) {
            if (begins(text, i)) {
                int same = 0;
                while (i + same < text.length()
                        && done + same < written.length()
                        && same(text, i + same, written, done + same)) {
                    same++;
                    if (humps(text, i + same, written, done + same)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean begins(String text, int i) {
        return i == 0
                || Character.isUpperCase(text.charAt(i))
                || !Character.isLetterOrDigit(text.charAt(i - 1))
                || Character.isDigit(text.charAt(i)) && !Character.isDigit(text.charAt(i - 1));
    }

    private static boolean same(String text, int i, String written, int j) {
        return Character.toLowerCase(text.charAt(i)) == Character.toLowerCase(written.charAt(j));
    }
}
