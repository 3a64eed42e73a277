package ehpc.aliyun.internal;

/** An exchange without a complete answer. */
final class ExchangeFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean sent;

    /**
     * @param sent whether bytes of the request may have left
     * @param cause the reason
     */
    ExchangeFailed(boolean sent, Exception cause) {
        super(cause);
        this.sent = sent;
    }

    /** Returns whether bytes of the request may have left this machine. */
    boolean sent() {
        return sent;
    }
}
