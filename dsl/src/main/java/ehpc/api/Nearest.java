package ehpc.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one was likely meant to be. */
public final class Nearest {

    private Nearest() {}

    /**
     * The candidate within a third of the word's length in edits (a swap of neighbours is one edit, case is none), and with
     * something in common with it.
     *
     * @return empty when nothing is near
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return to(word, candidates, Math.max(1, (word.length() + 1) / 3));
    }

    /**
     * The nearest candidate within that many edits, and with something in common with the word.
     *
     * @return empty when nothing is near
     */
    public static Optional<String> to(String word, Collection<String> candidates, int reach) {
        String lower = word.toLowerCase(Locale.ROOT);
        record Scored(String candidate, int edits) {}
        return candidates.stream()
                .map(c -> new Scored(c, edits(lower, c.toLowerCase(Locale.ROOT))))
                .filter(s -> s.edits <= reach && s.edits < Math.max(word.length(), s.candidate.length()))
                .min(Comparator.comparingInt(Scored::edits).thenComparing(Scored::candidate))
                .map(Scored::candidate);
    }

    /** "; did you mean 'x'?" for the nearest candidate, or nothing. */
    public static String hint(String word, Collection<String> candidates) {
        return hint(to(word, candidates));
    }

    /** "; did you mean 'x'?" for what is near, or nothing. */
    public static String hint(Optional<String> nearest) {
        return nearest.map(c -> "; did you mean '" + c + "'?").orElse("");
    }

    /** The same, or where nothing is near "; known: " and all that is right. */
    public static String hintOrAll(String word, Collection<String> candidates, Collection<String> all) {
        return to(word, candidates)
                .map(c -> "; did you mean '" + c + "'?")
                .orElse("; known: " + (all.isEmpty() ? "none" : String.join(", ", all)));
    }

    /** The same, where every candidate is told. */
    public static String hintOrAll(String word, Collection<String> candidates) {
        return hintOrAll(word, candidates, candidates);
    }

    private static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int[][] d, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
