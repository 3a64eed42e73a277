package ehpc.edit;

import ehpc.script.SessionContext;

/**
 * What is known around a text. Immutable.
 *
 * @param session what earlier entries of a shell defined; {@link SessionContext#EMPTY} for a file
 * @param names live names
 */
public record CompletionContext(SessionContext session, KnownNames names) {

    /** Nothing is known. */
    public static final CompletionContext EMPTY = new CompletionContext(SessionContext.EMPTY, KnownNames.EMPTY);
}
