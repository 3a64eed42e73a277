package ehpc.script;

import ehpc.Ehpc;
import ehpc.dsl.EhpcScript;

/** A script that was found right. Can be run several times, also at the same time. */
public final class CompiledScript {

    private final Source source;
    private final Class<? extends EhpcScript> type;

    CompiledScript(Source source, Class<? extends EhpcScript> type) {
        this.source = source;
        this.type = type;
    }

    /** How messages call the script. */
    public String name() {
        return source.name();
    }

    /** Begins to run the script on an account; {@link ScriptRun#run} does it. */
    public ScriptRun over(Ehpc ehpc) {
        return ScriptRun.of(this, ehpc);
    }

    Source source() {
        return source;
    }

    EhpcScript newInstance() {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("compiled script has no usable constructor", e);
        }
    }

    Class<? extends EhpcScript> type() {
        return type;
    }
}
