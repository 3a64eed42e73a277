package ehpc.journal;

import ehpc.api.InputException;

/** A run that cannot be resumed, because its script, or what the script does, is not what the journal has. Nothing more is sent. */
public final class ResumeRefusedException extends InputException {

    private static final long serialVersionUID = 1L;

    ResumeRefusedException(String message) {
        super(message);
    }
}
