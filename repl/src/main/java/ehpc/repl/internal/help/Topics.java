package ehpc.repl.internal.help;

import ehpc.api.Catalogue;
import ehpc.api.NameStyle;
import ehpc.api.Operation;
import ehpc.api.help.OperationHelp.Section;
import ehpc.language.Vocabulary;
import ehpc.language.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What help can be asked about, besides commands: the operations of the API and the words of the language. */
public final class Topics {

    private static final String API = "api.";

    /** In fewer letters, every name has them. */
    private static final int SHORTEST = 3;

    private static final int MOST_OPERATIONS = 12;

    private Topics() {}

    /**
     * Returns the page of a topic.
     *
     * @param topic an operation as the service writes it; or a word, also behind a point, such as {@code nodes.compute}; or an operation as
     *     scripts write it
     * @param width characters that a line should not exceed
     */
    public static Optional<List<Section>> page(String topic, int width) {
        Optional<Operation> operation = operation(topic);
        boolean wordFirst =
                operation.filter(found -> found.name().equals(topic)).isEmpty() && !topic.startsWith(API);
        return Optional.of(topic)
                .filter(name -> wordFirst)
                .flatMap(name -> word(name, width))
                .or(() -> operation.map(found -> OperationPage.of(found, width)));
    }

    /**
     * Returns the topics that a few words are about, each with a line on it: words of the language that have all of them in their name,
     * then operations.
     */
    public static List<List<String>> about(String text) {
        List<List<String>> found = new ArrayList<>();
        List<String> said = Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+"))
                .filter(part -> part.length() >= SHORTEST)
                .toList();
        for (Word word : Vocabulary.words()) {
            String name = word.name().toLowerCase(Locale.ROOT);
            boolean named = !said.isEmpty() && said.stream().allMatch(name::contains);
            if (named && found.stream().noneMatch(row -> row.get(0).equals(word.name()))) {
                found.add(List.of(word.name(), word.help()));
            }
        }
        Catalogue catalogue = Catalogue.ehpc();
        catalogue.search().about(text).stream()
                .limit(MOST_OPERATIONS)
                .forEach(name ->
                        found.add(List.of(name, catalogue.operation(name).help())));
        return found;
    }

    private static Optional<Operation> operation(String topic) {
        String name = topic.startsWith(API) ? topic.substring(API.length()) : topic;
        return NameStyle.find(name, Catalogue.ehpc().names()).map(Catalogue.ehpc()::operation);
    }

    private static Optional<List<Section>> word(String topic, int width) {
        List<Word> places = Vocabulary.named(topic.substring(topic.lastIndexOf('.') + 1));
        return places.isEmpty() ? Optional.empty() : Optional.of(WordPage.of(places, width));
    }

    /** Returns every name that has a page: the words, then the operations. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(Vocabulary.names());
        names.addAll(Catalogue.ehpc().names());
        return names;
    }
}
