package ehpc.repl.internal.connect;

import ehpc.api.Secret;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;

/** Leaves the secrets that scripts were given out of lines of a log. Safe for use by several threads. */
public final class SecretMask implements UnaryOperator<String> {

    /** A shorter text protects nothing, and is part of too many others. */
    private static final int LEAST = 4;

    private static final String STARS = "***";

    /** The longest first, as a secret may begin with another one. */
    private final Set<String> forms = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** From now on the secret is left out: as it is, and in the quotes of a shell. */
    public void add(Secret secret) {
        String text = secret.reveal();
        if (text.length() >= LEAST) {
            forms.add(text);
            forms.add(text.replace("'", "'\\''"));
        }
    }

    @Override
    public String apply(String line) {
        String masked = line;
        for (String form : forms) {
            masked = masked.replace(form, STARS);
        }
        return masked;
    }
}
