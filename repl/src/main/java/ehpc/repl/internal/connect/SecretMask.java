package ehpc.repl.internal.connect;

import ehpc.api.Secret;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;

/** Masks the secrets of scripts in lines of a log. Thread-safe. */
public final class SecretMask implements UnaryOperator<String> {

    /** Shorter texts protect nothing, and occur in too many others. */
    private static final int LEAST = 4;

    private static final String STARS = "***";

    /** The longest first, because a secret may begin with another one. */
    private final Set<String> forms = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Adds a secret: it is masked in plain form and as quoted for a shell. */
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
