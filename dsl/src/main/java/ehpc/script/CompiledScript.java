package ehpc.script;

import ehpc.EhpcClient;
import ehpc.dsl.EhpcScript;
import ehpc.script.internal.diagnostics.Source;
import ehpc.script.internal.runtime.CompiledTexts;
import ehpc.script.internal.runtime.RunSettings;
import java.nio.file.Path;
import java.util.Optional;

/** A checked and compiled script. Can run several times, also concurrently. */
public final class CompiledScript {

    private final Source source;
    private final Class<? extends EhpcScript> type;
    private final Optional<Path> file;

    CompiledScript(Source source, Class<? extends EhpcScript> type, Optional<Path> file) {
        this.source = source;
        this.type = type;
        this.file = file;
    }

    /** Returns the same script with the path of its file; its plans check whether the file changes. */
    public CompiledScript in(Path path) {
        return new CompiledScript(source, type, Optional.of(path));
    }

    Optional<Path> file() {
        return file;
    }

    /** Returns the name of the script in messages. */
    public String name() {
        return source.name();
    }

    /** Prepares a run of the script on an account; {@link ScriptRun#run} starts it. */
    public ScriptRun<ScriptResult> over(EhpcClient ehpc) {
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
