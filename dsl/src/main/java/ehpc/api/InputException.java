package ehpc.api;

/** Invalid input of the caller; nothing was sent. The message states the fault and the correction. */
public class InputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param message the fault and the correction, one line */
    public InputException(String message) {
        super(message);
    }
}
