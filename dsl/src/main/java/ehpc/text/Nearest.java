package ehpc.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one most likely means. */
public final class Nearest {

    private Nearest() {}

    /**
     * Returns the nearest candidate that has characters in common with the word and differs by at most a third of its length in edits (a
     * transposition is one edit; case is ignored).
     *
     * @return empty if none is near
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return to(word, candidates, Math.max(1, (word.length() + 1) / 3));
    }

    /**
     * Returns the nearest candidate within this many edits that has characters in common with the word.
     *
     * @return empty if none is near
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

    /** Returns "; did you mean 'x'?" for the nearest candidate, or an empty text. */
    public static String hint(String word, Collection<String> candidates) {
        return hint(to(word, candidates));
    }

    /** Returns "; did you mean 'x'?" for a suggestion, or an empty text. */
    public static String hint(Optional<String> nearest) {
        return nearest.map(c -> "; did you mean '" + c + "'?").orElse("");
    }

    /** Returns the hint, or "; known: " and all valid names if none is near. */
    public static String hintOrAll(String word, Collection<String> candidates, Collection<String> all) {
        return to(word, candidates)
                .map(c -> "; did you mean '" + c + "'?")
                .orElse("; known: " + (all.isEmpty() ? "none" : String.join(", ", all)));
    }

    /** Returns the hint, or all candidates if none is near. */
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
