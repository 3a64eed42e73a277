package ehpc.api;

import java.util.Map;

/** Between parameters as plain values and their flat form on the wire. */
public final class WireForm {

    private WireForm() {}

    /** Flat names and text values: {@code Instance.1.Id=i-1}. A name that the operation does not know stays flat as it is. */
    public static Map<String, String> encode(Operation operation, Map<String, ?> parameters) {
        throw new UnsupportedOperationException();
    }

    /**
     * Plain values from flat ones: the inverse of {@link #encode}. A value that does not fit its type stays text, a name that the
     * operation does not know stays flat, so that {@link RequestCheck} can name it.
     */
    public static Map<String, Object> decode(Operation operation, Map<String, String> wire) {
        throw new UnsupportedOperationException();
    }
}
