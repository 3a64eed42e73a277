package ehpc.api;

/** Something the caller said that cannot be done; nothing was sent for it. The message says what, and what would be right. */
public class InputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is wrong and what would be right, one line
     */
    public InputException(String message) {
        super(message);
    }
}
