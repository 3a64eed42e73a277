package ehpc.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of the language with their facts. They come from a compact resource, {@code words.txt}, generated from the annotations
 * ({@link WordFacts}). Operations of the API are not words: they are in {@link ehpc.api.Catalogue}.
 */
public final class Vocabulary {

    private static final Vocabulary LANGUAGE = new Vocabulary();

    private final Map<WordPlace, String> types = new EnumMap<>(WordPlace.class);
    private final List<Word> words = new ArrayList<>();
    private final Map<String, List<Word>> named = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();

    /** The line of a place has its name and its type; the lines of its words follow. */
    private Vocabulary() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(Vocabulary.class.getResourceAsStream("words.txt"), StandardCharsets.UTF_8))) {
            WordPlace place = null;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int blank = line.indexOf(' ');
                int tab = line.indexOf('\t');
                if (tab >= 0) {
                    add(new Word(place, line));
                } else if (!line.startsWith("#")) {
                    place = WordPlace.valueOf(line.substring(0, blank));
                    types.put(place, line.substring(blank + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Word word) {
        words.add(word);
        named.computeIfAbsent(word.name(), any -> new ArrayList<>()).add(word);
        word.methods().forEach(method -> renamed.put(method, word.name()));
        if (word.isBare() && word.methods().size() == 1) {
            methods.put(word.name(), word.methods().get(0));
        }
    }

    /** Returns all words, place by place. A word of several places occurs several times. */
    public static List<Word> words() {
        return List.copyOf(LANGUAGE.words);
    }

    /** Returns the words of a place, the most useful first. */
    public static List<Word> at(WordPlace place) {
        return LANGUAGE.words.stream().filter(word -> word.place() == place).toList();
    }

    /** Returns the word with this name at a place. */
    public static Optional<Word> at(WordPlace place, String name) {
        return named(name).stream().filter(word -> word.place() == place).findFirst();
    }

    /** Returns the words with this name at all places. */
    public static List<Word> named(String name) {
        return LANGUAGE.named.getOrDefault(name, List.of());
    }

    /** Returns every name once, in the order of the places. */
    public static List<String> names() {
        return LANGUAGE.words.stream().map(Word::name).distinct().toList();
    }

    /** Returns the words that may follow {@code run} and its command, in their usual order; the last one ends the statement. */
    public static List<String> ofSentence() {
        return at(WordPlace.RUN).stream()
                .sorted(Comparator.comparing(word -> !word.gives().equals(WordPlace.RUN.type())))
                .map(Word::name)
                .toList();
    }

    /** Returns the word with this name that needs no value before it. */
    public static Optional<Word> bare(String name) {
        return named(name).stream().filter(Word::isBare).findFirst();
    }

    /** Returns whether a word with this name needs no value before it. */
    public static boolean isBare(String name) {
        return bare(name).isPresent();
    }

    /** Returns the word that corresponds to a command of another language or of a shell. */
    public static Optional<Word> insteadOf(String command) {
        return LANGUAGE.words.stream()
                .filter(word -> word.insteadOf().contains(command))
                .findFirst();
    }

    /** Returns the method that replaces a word with the name of a method of closures; empty for other words, and for those with several. */
    public static Optional<String> method(String word) {
        return Optional.ofNullable(LANGUAGE.methods.get(word));
    }

    /** Returns the word that a person writes for a method. */
    public static String word(String method) {
        return LANGUAGE.renamed.getOrDefault(method, method);
    }

    /** Returns whether a method implements a word of another name. */
    public static boolean isCalledAs(String method) {
        return LANGUAGE.renamed.containsKey(method);
    }

    static String type(WordPlace place) {
        return LANGUAGE.types.get(place);
    }
}
