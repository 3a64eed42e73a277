package ehpc.aliyun.internal;

/** There are no credentials; the message says why and what to set. */
final class NoCredentials extends Exception {

    private static final long serialVersionUID = 1L;

    NoCredentials(String message) {
        super(message);
    }
}
