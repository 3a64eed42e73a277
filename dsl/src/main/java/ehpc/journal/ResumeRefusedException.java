package ehpc.journal;

import ehpc.api.InputException;

/** A run that cannot be resumed, collected or run again, because its script or the service differs from the journal. Nothing more is sent. */
public final class ResumeRefusedException extends InputException {

    private static final long serialVersionUID = 1L;

    ResumeRefusedException(String message) {
        super(message);
    }
}
