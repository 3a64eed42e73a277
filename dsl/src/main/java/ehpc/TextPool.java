package ehpc;

import java.util.HashMap;
import java.util.Map;

/** Keeps equal texts once: a thousand nodes mostly say the same. */
final class TextPool {

    private final Map<String, String> known = new HashMap<>();

    /** The first text that was equal to this one. */
    String once(String text) {
        String first = known.putIfAbsent(text, text);
        return first == null ? text : first;
    }
}
