package ehpc.aliyun.internal;

import ehpc.api.ErrorCategory;

/** Thrown if there are no credentials; the message has the reason and the correction. */
final class NoCredentials extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCategory category;

    NoCredentials(ErrorCategory category, String message) {
        super(message);
        this.category = category;
    }

    ErrorCategory category() {
        return category;
    }
}
