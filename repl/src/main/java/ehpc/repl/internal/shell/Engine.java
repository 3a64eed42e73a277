package ehpc.repl.internal.shell;

import ehpc.edit.Document;
import ehpc.edit.KnownNames;
import ehpc.script.InteractiveSession;
import ehpc.script.SessionContext;
import java.util.concurrent.CompletableFuture;

/**
 * The language in a shell, loaded in the background while the user reads the prompt. Thread-safe.
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
            first.completeExceptionally(e); // also ends the waiting of other threads
            throw e;
        }
        new Document(TYPICAL, SessionContext.EMPTY).diagnostics();
        new Document("", SessionContext.EMPTY).complete(0, KnownNames.EMPTY);
        new Document(CLASS, SessionContext.EMPTY).complete(CLASS.length(), KnownNames.EMPTY);
    }

    /** Returns the session; waits until it is loaded. */
    InteractiveSession session() {
        first.join();
        return current;
    }

    /** Waits until the language is loaded; returns false if that failed. */
    boolean isUsable() {
        return first.handle((session, failure) -> session != null).join();
    }

    /** Returns the names known so far. */
    SessionContext context() {
        InteractiveSession session = current;
        return session == null ? SessionContext.EMPTY : session.context();
    }

    /** Returns the document of an edited text; the same one while text and session are the same. */
    synchronized Document document(String text) {
        SessionContext now = context();
        if (!document.isOf(text, now)) {
            document = new Document(text, now);
        }
        return document;
    }

    /** Starts a new session in the same cluster; an abandoned entry keeps the former one. */
    void renew() {
        InteractiveSession fresh = new InteractiveSession();
        context().cluster().ifPresent(fresh::use);
        current = fresh;
    }
}
