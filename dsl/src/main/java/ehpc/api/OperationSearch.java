package ehpc.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Finds operations by keywords, such as {@code list jobs}, {@code addNodes} or {@code reboot}, in their names, synonyms and summaries.
 * Case, plurals and the order of the words do not matter. Immutable and thread-safe.
 */
public final class OperationSearch {

    private static final Set<String> FILLERS = Set.of(
            "a", "an", "the", "of", "in", "on", "to", "for", "from", "my", "all", "how", "do", "i", "is", "are", "with",
            "ehpc");

    /** The most frequent verbs come first. */
    private static final List<String> VERBS =
            List.of("list", "submit", "add", "create", "describe", "get", "start", "stop");

    private final Catalogue catalogue;
    private final Map<String, List<String>> synonyms;

    OperationSearch(Catalogue catalogue, Map<String, List<String>> synonyms) {
        this.catalogue = catalogue;
        this.synonyms = synonyms;
    }

    /** Returns the operations whose name or synonyms contain every keyword; the best match first. */
    public List<String> named(String text) {
        return matching(text, (operation, word) -> isNamed(operation, word) || isCalled(operation, word));
    }

    /** Returns the same, or if none matches those with the keywords in their name or summary. Loads the operations in that case. */
    public List<String> about(String text) {
        List<String> named = named(text);
        return named.isEmpty()
                ? matching(text, (operation, word) -> isNamed(operation, word) || isInSummary(operation, word))
                : named;
    }

    private List<String> matching(String text, BiPredicate<String, String> has) {
        List<String> words = words(text);
        return words.isEmpty()
                ? List.of()
                : catalogue.names().stream()
                        .filter(operation -> words.stream().allMatch(word -> has.test(operation, word)))
                        .sorted(Comparator.<String>comparingInt(operation -> place(operation, words))
                                .thenComparingInt(operation -> words(operation).size())
                                .thenComparingInt(OperationSearch::verb)
                                .thenComparing(Comparator.naturalOrder()))
                        .toList();
    }

    private boolean isNamed(String operation, String word) {
        List<String> name = words(operation);
        return name.contains(word) || synonyms(word).anyMatch(name::contains);
    }

    private boolean isCalled(String operation, String word) {
        return synonyms(word).anyMatch(operation::equals);
    }

    private boolean isInSummary(String operation, String word) {
        List<String> summary = words(catalogue.operation(operation).help());
        return summary.contains(word) || synonyms(word).anyMatch(summary::contains);
    }

    private Stream<String> synonyms(String word) {
        return synonyms.getOrDefault(word, List.of()).stream();
    }

    /** Returns the position of the operation in the synonyms of the words, which are sorted by likelihood. */
    private int place(String operation, List<String> words) {
        return words.stream()
                .mapToInt(word -> synonyms.getOrDefault(word, List.of()).indexOf(operation))
                .filter(place -> place >= 0)
                .min()
                .orElse(synonyms.size());
    }

    private static int verb(String operation) {
        int place = VERBS.indexOf(words(operation).get(0));
        return place < 0 ? VERBS.size() : place;
    }

    /** Splits a text or a camel-case name into words, in lower case and singular. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String part : text.split("[^\\p{L}\\p{N}]+|(?<=[a-z0-9])(?=[A-Z])")) {
            words.add(singular(part.toLowerCase(Locale.ROOT)));
        }
        words.removeIf(word -> word.isEmpty() || FILLERS.contains(word));
        return words;
    }

    private static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    /** Reads the table of synonyms: for each word, operations or words of their names, separated by spaces. */
    static Map<String, List<String>> synonyms(JsonFields file) {
        Map<String, List<String>> synonyms = new HashMap<>();
        file.values()
                .keySet()
                .forEach(word -> synonyms.put(
                        singular(word), Arrays.asList(file.text(word).split(" "))));
        return synonyms;
    }
}
