package ehpc.script;

import ehpc.EhpcClient;
import ehpc.api.Catalogue;
import ehpc.dsl.EhpcScript;
import ehpc.script.internal.diagnostics.Source;
import ehpc.script.internal.runtime.CompiledTexts;
import ehpc.script.internal.runtime.RunSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A checked and compiled script. Can run several times, also concurrently. */
public final class CompiledScript {

    private final Source source;
    private final Class<? extends EhpcScript> type;
    private final Catalogue catalogue;
    private final Optional<Path> file;

    /**
     * A word in the text of a script.
     *
     * @param line its line, from 1
     * @param word the word, such as {@code users.delete}
     */
    public record WordUse(int line, String word) {}

    CompiledScript(Source source, Class<? extends EhpcScript> type, Catalogue catalogue, Optional<Path> file) {
        this.catalogue = catalogue;
        this.source = source;
        this.type = type;
        this.file = file;
    }

    /** Returns the same script with the path of its file; its plans check whether the file changes. */
    public CompiledScript in(Path path) {
        return new CompiledScript(source, type, catalogue, Optional.of(path));
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

    /**
     * Returns the words and operations of the text that remove, stop or replace something, in order, so that a program can ask before the script begins. One
     * that the text does not show, as on a list in a variable, is known only when it is reached: see {@link ScriptRun#confirmation}.
     */
    public List<WordUse> destroyingWords() {
        return new DestroyingWords(catalogue).in(source.text());
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
