package ehpc.repl.internal.journal;

import ehpc.journal.Journals;
import ehpc.repl.internal.failure.UsageException;
import ehpc.repl.internal.files.Directories;
import java.util.Map;
import java.util.Optional;

/** The journals of the user. */
public final class UserJournals {

    private UserJournals() {}

    /** Returns the journals; empty if the user has no home. */
    public static Optional<Journals> find(Map<String, String> env) {
        return Directories.state(env).map(state -> Journals.in(state.resolve("runs")));
    }

    /**
     * Returns the journals.
     *
     * @throws UsageException if the user has no home
     */
    public static Journals of(Map<String, String> env) {
        return find(env).orElseThrow(() -> new UsageException("the journals cannot be found: HOME is not set"));
    }
}
