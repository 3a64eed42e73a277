package ehpc.script;

import java.util.List;
import java.util.Optional;

/**
 * The entries of a shell, typed one after the other: the language of files, with variables, methods, classes and imports that stay from
 * one entry to the next. An entry is checked whole, like a file, before any of it runs.
 *
 * <pre>{@code
 * InteractiveSession session = new InteractiveSession();
 * session.compile("cluster('ehpc-hz-localdemo1')").over(ehpc).run();
 * session.compile("def r = run 'hostname' on nodes").over(ehpc).run();
 * EntryResult result = session.compile("r.okNodes.size()").over(ehpc).run();
 * }</pre>
 *
 * <p>One thread at a time may compile and run entries; {@link #context} may be asked by any.
 */
public final class InteractiveSession {

    private volatile SessionContext context = SessionContext.EMPTY;

    /** A session in which nothing was said yet. */
    public InteractiveSession() {}

    /**
     * Checks and compiles an entry. What it declares is known to the session only once it is run.
     *
     * @param text one or several lines
     * @throws ScriptException it is wrong; it holds every error, and nothing is kept
     */
    public Entry compile(String text) {
        SessionContext before = context;
        return new Entry(this, before, Scripts.compile(name(before), text));
    }

    private static String name(SessionContext context) {
        return "[" + context.number() + "]";
    }

    /**
     * What is wrong with a text, were it the next entry. Runs nothing, keeps nothing, and may be asked by any thread.
     *
     * @param text one or several lines
     * @param context what is known before it
     * @return everything that is wrong, in its order; empty when it could be run
     */
    public static List<ScriptProblem> problems(String text, SessionContext context) {
        try {
            Scripts.compile(name(context), text);
            return List.of();
        } catch (ScriptException e) {
            return e.problems();
        }
    }

    /** What the session knows now. */
    public SessionContext context() {
        return context;
    }

    /**
     * Makes a cluster the current one, as the entry {@code cluster('ehpc-hz-...')} does. Asks the service nothing.
     *
     * @throws ehpc.InputException this is no cluster's id
     */
    public void use(String clusterId) {
        context = new SessionContext(
                context.number(),
                context.known(),
                context.knownMethods(),
                context.knownImports(),
                context.knownClasses(),
                Optional.of(clusterId),
                context.region());
    }

    /** Goes on without a current cluster. */
    public void leave() {
        context = new SessionContext(
                context.number(),
                context.known(),
                context.knownMethods(),
                context.knownImports(),
                context.knownClasses(),
                Optional.empty(),
                context.region());
    }
}
