package ehpc.repl.internal.completion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of a completion script: candidates by a key.
 *
 * @param name the name of the function that reads it
 * @param rows the candidates
 */
record CompletionTable(String name, Map<String, List<Choice>> rows) {

    /** Returns a table with one row, whose key is empty. */
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
