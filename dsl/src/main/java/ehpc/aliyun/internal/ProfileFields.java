package ehpc.aliyun.internal;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of a profile.
 *
 * @param title the profile in messages, such as {@code profile 'prod'}
 * @param values by name
 */
record ProfileFields(String title, Map<String, ?> values) {

    /** Returns a field's text, empty if it is missing. */
    String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : value.toString().strip();
    }

    String orNull(String field) {
        return or(field, null);
    }

    String or(String field, String other) {
        return text(field).isEmpty() ? other : text(field);
    }

    CredentialCandidate unusable(String fact) {
        return CredentialCandidate.unusable(title + " " + fact);
    }

    CredentialCandidate invalid(String problem) {
        return CredentialCandidate.unusable(title + ": " + problem);
    }

    /** Returns an unusable candidate if one of the fields is missing. */
    Optional<CredentialCandidate> required(String... fields) {
        String missing =
                Stream.of(fields).filter(field -> text(field).isEmpty()).collect(Collectors.joining(" and "));
        return missing.isEmpty() ? Optional.empty() : Optional.of(unusable("lacks " + missing));
    }
}
