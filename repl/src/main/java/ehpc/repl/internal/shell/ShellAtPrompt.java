package ehpc.repl.internal.shell;

import ehpc.edit.Document;
import ehpc.edit.KnownNames;
import ehpc.edit.KnownNames.Wanted;
import java.util.Collection;

/** The interface of a shell for the line editor, in addition to that for commands. Thread-safe. */
public interface ShellAtPrompt extends Shell {

    /** Returns whether the shell uses colours. */
    boolean isColored();

    /** Returns the document of an edited text without waiting; the same one while text and session are the same. */
    Document document(String text);

    /** Waits until the language is loaded; returns false if that failed. */
    boolean isUsable();

    /** Returns the currently known names of the service without waiting. */
    KnownNames names();

    /** Fetches missing or outdated names in the background. */
    void want(Collection<Wanted> wanted);

    /** Returns whether names are being fetched. */
    boolean isFetching();

    /** Reports a failure in the background, each kind once. */
    void reportOnce(Throwable failure);
}
