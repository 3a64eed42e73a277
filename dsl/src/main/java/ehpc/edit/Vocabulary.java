package ehpc.edit;

import java.util.List;
import java.util.Optional;

/** The words of the language, each with help. Operations of the API are no words: {@link ehpc.api.Catalogue} has those. */
public final class Vocabulary {

    private Vocabulary() {}

    /** Loaded when it is first asked for. */
    private static final class Loaded {
        private static final List<Word> WORDS = WordsFile.read("words.json");
    }

    /** All words, place by place. One that stands at several places comes several times. */
    public static List<Word> words() {
        return Loaded.WORDS;
    }

    /** The words of a place, the most useful first. */
    public static List<Word> at(WordPlace place) {
        return words().stream().filter(word -> word.place() == place).toList();
    }

    /** The word of that name at a place. */
    public static Optional<Word> at(WordPlace place, String name) {
        return at(place).stream().filter(word -> word.name().equals(name)).findFirst();
    }

    /** The words of that name at all places. */
    public static List<Word> named(String name) {
        return words().stream().filter(word -> word.name().equals(name)).toList();
    }

    /** Every name once, in the order of the places. */
    public static List<String> names() {
        return words().stream().map(Word::name).distinct().toList();
    }
}
