package ehpc.repl.internal.shell;

import ehpc.edit.Document;
import ehpc.edit.KnownNames;
import ehpc.edit.KnownNames.Wanted;
import java.util.Collection;

/** The part of a shell for the reader of keys, beyond that for commands. Thread-safe. */
public interface ShellAtPrompt extends Shell {

    /** Returns whether there are colours. */
    boolean isColored();

    /** Returns the document of a text that is being written; as long as text and session are the same, the same one. Waits for nothing. */
    Document document(String text);

    /** Waits until the language is loaded; false when it cannot be. */
    boolean isUsable();

    /** Returns the names of the service that are known by now; waits for nothing. */
    KnownNames names();

    /** Fetches names in the background that are not known, or have been known for long. */
    void want(Collection<Wanted> wanted);

    /** Returns whether names are being fetched. */
    boolean isFetching();

    /** Reports a failure in the background, each kind once. */
    void tellOnce(Throwable failure);
}
