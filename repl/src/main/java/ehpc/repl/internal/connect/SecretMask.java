package ehpc.repl.internal.connect;

import ehpc.api.Secret;
import ehpc.text.Mask;
import java.util.function.UnaryOperator;

/** Masks the secrets of scripts in messages and logs. Thread-safe. */
public final class SecretMask implements UnaryOperator<String> {

    private final Mask mask = new Mask();

    /** Adds a secret. */
    public void add(Secret secret) {
        mask.add(secret.name(), secret.reveal());
    }

    /** Returns whether a text contains a secret. */
    public boolean covers(String text) {
        return !mask.names(text).isEmpty();
    }

    @Override
    public String apply(String text) {
        return mask.apply(text);
    }
}
