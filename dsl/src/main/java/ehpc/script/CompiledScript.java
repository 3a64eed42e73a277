package ehpc.script;

import ehpc.dsl.EhpcScript;
import java.util.List;

/** A script that was found right, ready to run. Can be run several times, also at the same time. */
public final class CompiledScript {

    private final Source source;
    private final Class<? extends EhpcScript> type;
    private final Scripts scripts;

    CompiledScript(Source source, Class<? extends EhpcScript> type, Scripts scripts) {
        this.source = source;
        this.type = type;
        this.scripts = scripts;
    }

    /** How messages call the script. */
    public String name() {
        return source.name();
    }

    /**
     * Runs the script.
     *
     * @param args what it sees as {@code args}
     * @return what it did
     * @throws ScriptException it stopped; the cause says why, and the exception what had been done
     */
    public ScriptResult run(List<String> args) {
        DefaultSession session = scripts.session(args);
        try {
            EhpcScript script = type.getDeclaredConstructor().newInstance();
            script.open(session);
            return session.result(script.run());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("compiled script has no usable constructor", e);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            throw ScriptException.stopped(Failures.problem(source, type, e), session.result(null), e);
        }
    }

    /** Runs the script without arguments. */
    public ScriptResult run() {
        return run(List.of());
    }
}
