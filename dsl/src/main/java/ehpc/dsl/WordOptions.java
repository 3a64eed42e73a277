package ehpc.dsl;

import ehpc.WordArguments;
import ehpc.api.Catalogue;
import ehpc.api.InvalidRequestException;
import ehpc.api.Problem;
import ehpc.api.Secret;
import ehpc.language.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The named arguments of a word of a running script: checked, with plain values. */
record WordOptions(Map<Object, Object> values, Optional<WordArguments> arguments) {

    /**
     * Checks all arguments of a word.
     *
     * @throws InvalidRequestException with every problem; nothing is sent
     */
    static WordOptions checked(Word word, Catalogue catalogue, Map<?, ?> named, List<?> positional) {
        Map<Object, Object> values = ApiDsl.plain(named);
        values.computeIfPresent(WordArguments.AWAIT, (name, plain) -> named.get(name));
        Optional<WordArguments> arguments = WordArguments.of(word, catalogue);
        arguments.ifPresent(known -> {
            List<Problem> problems = known.problems(positional, values);
            if (!problems.isEmpty()) {
                throw new InvalidRequestException(word.call(), problems);
            }
        });
        return new WordOptions(values, arguments);
    }

    /** Returns a text; null if it is not given. */
    String text(String name) {
        Object value = values.get(name);
        return value == null ? null : value.toString();
    }

    /**
     * Returns the named arguments as parameters of the operation, by the names of the catalogue.
     *
     * @param which the names to return
     */
    Map<String, Object> parameters(Predicate<String> which) {
        Map<String, Object> parameters =
                arguments.map(known -> known.parameters(values)).orElse(Map.of());
        Map<String, Object> chosen = new LinkedHashMap<>(parameters);
        chosen.keySet().removeIf(which.negate());
        return chosen;
    }

    /** Returns a secret; null if it is not given. */
    Secret secret(String name) {
        return (Secret) values.get(name);
    }
}
