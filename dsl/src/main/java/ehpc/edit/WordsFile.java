package ehpc.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the words from their file: places, in them words, in them fields; the lines of an example are a list. */
final class WordsFile {

    private static final String IN_CLUSTER = "cluster('ehpc-hz-localdemo1') {\n%s\n}";

    private final JsonParser json;
    private final List<Word> words = new ArrayList<>();

    private WordsFile(JsonParser json) {
        this.json = json;
    }

    static List<Word> read(String resource) {
        try (InputStream in = WordsFile.class.getResourceAsStream(resource);
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            WordsFile file = new WordsFile(json);
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                file.readPlace(place(json.currentName()));
            }
            return List.copyOf(file.words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WordPlace place(String id) {
        return Arrays.stream(WordPlace.values())
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the words have an unknown place '" + id + "'"));
    }

    private void readPlace(WordPlace place) {
        json.nextToken();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            words.add(readWord(json.currentName(), place));
        }
    }

    private Word readWord(String name, WordPlace place) {
        Map<String, List<String>> fields = new HashMap<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            fields.put(json.currentName(), readTexts());
        }
        return new Word(
                name,
                place,
                fields.get("form").get(0),
                fields.get("help").get(0),
                Optional.ofNullable(fields.get("operation")).map(texts -> texts.get(0)),
                example(place, fields.get("example")));
    }

    private List<String> readTexts() {
        if (json.nextToken() != JsonToken.START_ARRAY) {
            return List.of(json.getString());
        }
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            texts.add(json.getString());
        }
        return texts;
    }

    private static String example(WordPlace place, List<String> lines) {
        boolean whole = !place.inCluster() || lines.get(0).startsWith("cluster(");
        return whole
                ? String.join("\n", lines)
                : String.format(
                        Locale.ROOT,
                        IN_CLUSTER,
                        lines.stream().map("    "::concat).collect(Collectors.joining("\n")));
    }
}
