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

/** The topics of help besides commands: the operations of the API and the words of the language. */
public final class Topics {

    private static final String API = "api.";
    private static final String ALL = "all.";

    /** Shorter words match too many names. */
    private static final int SHORTEST = 3;

    private static final int MOST_OPERATIONS = 12;

    private Topics() {}

    /**
     * Returns the page of a topic.
     *
     * @param topic an operation in the form of the service or of scripts, or a word, also after a dot, such as {@code nodes.compute}
     * @param width the maximum columns of a line, where possible
     */
    public static Optional<List<Section>> page(String topic, int width) {
        Optional<Operation> operation = operation(topic);
        boolean wordFirst =
                operation.filter(found -> found.name().equals(topic)).isEmpty()
                        && (!topic.startsWith(API) || operation.isEmpty());
        return Optional.of(topic)
                .filter(name -> wordFirst)
                .flatMap(name -> word(name, width))
                .or(() -> operation.map(found -> OperationPage.of(found, width)));
    }

    /**
     * Returns the topics that match a text, each with a description: words of the language whose name contains all words of the text, then
     * operations.
     */
    public static List<List<String>> about(String text) {
        List<List<String>> found = new ArrayList<>();
        List<String> parts = Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+"))
                .filter(part -> part.length() >= SHORTEST)
                .toList();
        for (Word word : Vocabulary.words()) {
            String name = word.name().toLowerCase(Locale.ROOT);
            boolean matches = !parts.isEmpty() && parts.stream().allMatch(name::contains);
            if (matches && found.stream().noneMatch(row -> row.get(0).equals(word.name()))) {
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
        String after = topic.startsWith(API) ? topic.substring(API.length()) : topic;
        String name = topic.startsWith(API) && after.startsWith(ALL) ? after.substring(ALL.length()) : after;
        return NameStyle.find(name, Catalogue.ehpc().names()).map(Catalogue.ehpc()::operation);
    }

    private static Optional<List<Section>> word(String topic, int width) {
        List<Word> named = Vocabulary.named(topic.substring(topic.lastIndexOf('.') + 1));
        List<Word> ofGroup =
                named.stream().filter(word -> word.call().equals(topic)).toList();
        List<Word> places = topic.contains(".") && !ofGroup.isEmpty() ? ofGroup : named;
        return places.isEmpty() ? Optional.empty() : Optional.of(WordPage.of(places, width));
    }

    /** Returns every name that has a page: the words, then the operations. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(Vocabulary.names());
        names.addAll(Catalogue.ehpc().names());
        return names;
    }
}
