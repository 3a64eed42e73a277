package ehpc.aliyun.internal;

import ehpc.api.ErrorCategory;

/** There are no credentials; the message says why and what to set. */
final class NoCredentials extends Exception {

    private static final long serialVersionUID = 1L;

    private final ErrorCategory category;

    /**
     * @param category the matter that it is about
     */
    NoCredentials(ErrorCategory category, String message) {
        super(message);
        this.category = category;
    }

    ErrorCategory category() {
        return category;
    }
}
