package ehpc.repl.internal.completion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a completion script looks up: words by a key.
 *
 * @param name the name of the function that looks it up
 * @param rows the words
 */
record CompletionTable(String name, Map<String, List<Choice>> rows) {

    /** Returns a table of one row, whose key is empty. */
    static CompletionTable of(String name, List<Choice> choices) {
        return new CompletionTable(name, Map.of("", choices));
    }

    static CompletionTable of(String name) {
        return new CompletionTable(name, new LinkedHashMap<>());
    }

    CompletionTable with(String key, List<Choice> choices) {
        if (!choices.isEmpty()) {
            rows.put(key, choices);
        }
        return this;
    }
}
