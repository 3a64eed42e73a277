package ehpc.dsl;

import ehpc.WordArguments;
import ehpc.api.Catalogue;
import ehpc.api.InvalidRequestException;
import ehpc.api.Problem;
import ehpc.api.Secret;
import ehpc.language.Word;
import java.util.List;
import java.util.Map;

/** The named arguments of a word of a running script: checked, with plain values. */
record WordOptions(Map<Object, Object> values) {

    /**
     * Checks all arguments of a word.
     *
     * @throws InvalidRequestException with every problem; nothing is sent
     */
    static WordOptions checked(Word word, Catalogue catalogue, Map<?, ?> named, List<?> positional) {
        Map<Object, Object> values = ApiDsl.plain(named);
        WordArguments.of(word, catalogue).ifPresent(arguments -> {
            List<Problem> problems = arguments.problems(positional, values);
            if (!problems.isEmpty()) {
                throw new InvalidRequestException(word.call(), problems);
            }
        });
        return new WordOptions(values);
    }

    /** Returns a text; null if it is not given. */
    String text(String name) {
        Object value = values.get(name);
        return value == null ? null : value.toString();
    }

    /** Returns a secret; null if it is not given. */
    Secret secret(String name) {
        return (Secret) values.get(name);
    }
}
