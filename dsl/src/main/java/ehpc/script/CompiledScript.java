package ehpc.script;

import ehpc.Ehpc;
import ehpc.dsl.EhpcScript;
import ehpc.script.internal.run.CompiledTexts;
import ehpc.script.internal.run.RunSettings;
import ehpc.script.internal.source.Source;
import java.nio.file.Path;
import java.util.Optional;

/** A script that was found right. Can be run several times, also at the same time. */
public final class CompiledScript {

    private final Source source;
    private final Class<? extends EhpcScript> type;
    private final Optional<Path> file;

    CompiledScript(Source source, Class<? extends EhpcScript> type, Optional<Path> file) {
        this.source = source;
        this.type = type;
        this.file = file;
    }

    /** Returns the same script, of which it is known in which file it lies: a plan of it heeds whether that changes. */
    public CompiledScript in(Path path) {
        return new CompiledScript(source, type, Optional.of(path));
    }

    Optional<Path> file() {
        return file;
    }

    /** How messages call the script. */
    public String name() {
        return source.name();
    }

    /** Begins to run the script on an account; {@link ScriptRun#run} does it. */
    public ScriptRun<ScriptResult> over(Ehpc ehpc) {
        return new ScriptRun<>(ehpc, RunSettings.usual(), new ScriptWork(this));
    }

    CompiledTexts texts() {
        return CompiledTexts.only(source);
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
