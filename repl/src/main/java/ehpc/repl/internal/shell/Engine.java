package ehpc.repl.internal.shell;

import ehpc.edit.Document;
import ehpc.edit.KnownNames;
import ehpc.script.InteractiveSession;
import ehpc.script.SessionContext;
import java.util.concurrent.CompletableFuture;

/**
 * The language in a shell: it is loaded while the user reads the prompt and begins to type. Safe for use by several threads.
 */
final class Engine {

    private static final String TYPICAL = "cluster('ehpc-hz-localdemo1') { run 'true' on nodes.compute }";

    private static final String CLASS = "new ";

    private final CompletableFuture<InteractiveSession> first = new CompletableFuture<>();
    private volatile InteractiveSession current;
    private Document document = new Document("", SessionContext.EMPTY);

    /** Loads the classes for a first entry and a first Tab. */
    void load() {
        try {
            current = new InteractiveSession();
            first.complete(current);
        } catch (RuntimeException | LinkageError e) {
            first.completeExceptionally(e); // whoever waits is told
            throw e;
        }
        new Document(TYPICAL, SessionContext.EMPTY).diagnostics();
        new Document("", SessionContext.EMPTY).complete(0, KnownNames.EMPTY);
        new Document(CLASS, SessionContext.EMPTY).complete(CLASS.length(), KnownNames.EMPTY);
    }

    /** Returns the session; waits until there is one. */
    InteractiveSession session() {
        first.join();
        return current;
    }

    /** Waits until the language is loaded; false when it cannot be. */
    boolean isUsable() {
        return first.handle((session, failure) -> session != null).join();
    }

    /** Returns the names known so far. */
    SessionContext context() {
        InteractiveSession session = current;
        return session == null ? SessionContext.EMPTY : session.context();
    }

    /** Returns the document of a text that is being written; as long as text and session are the same, the same one. */
    synchronized Document document(String text) {
        SessionContext now = context();
        if (!document.isOf(text, now)) {
            document = new Document(text, now);
        }
        return document;
    }

    /** Begins anew, in the same cluster: an entry that cannot be stopped keeps the session of before to itself. */
    void renew() {
        InteractiveSession fresh = new InteractiveSession();
        context().cluster().ifPresent(fresh::use);
        current = fresh;
    }
}
