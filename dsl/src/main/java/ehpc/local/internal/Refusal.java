package ehpc.local.internal;

/** A request is refused: becomes the error envelope. Has no stack, because it is an answer and no failure of ours. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final String code;

    public Refusal(int httpStatus, String code, String message) {
        super(message, null, false, false);
        this.httpStatus = httpStatus;
        this.code = code;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public String code() {
        return code;
    }
}
