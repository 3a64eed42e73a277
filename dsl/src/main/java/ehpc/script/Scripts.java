package ehpc.script;

import ehpc.api.Catalogue;
import ehpc.dsl.EhpcScript;
import ehpc.script.internal.compile.CompilationContext;
import ehpc.script.internal.compile.CompilationFailed;
import ehpc.script.internal.compile.GroovyLibrary;
import ehpc.script.internal.compile.ScriptCompiler;
import ehpc.script.internal.diagnostics.Source;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Compiles scripts. Needs no account and no network. */
public final class Scripts {

    private Scripts() {}

    /**
     * Compiles a file in UTF-8.
     *
     * @throws ScriptException if the script has errors; the exception lists all of them
     * @throws IOException if the file cannot be read
     */
    public static CompiledScript compile(Path file) throws IOException {
        try {
            return compile(file.toString(), Files.readString(file)).in(file);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " must be UTF-8 text", e);
        }
    }

    /**
     * Compiles a text.
     *
     * @param name the name in messages, such as {@code deploy.ehpc}
     * @throws ScriptException if the script has errors; the exception lists all of them
     * @throws ehpc.api.IncompatibleLibraryException if a library is too old
     */
    public static CompiledScript compile(String name, String text) {
        return compile(name, text, Catalogue.ehpc());
    }

    /**
     * Compiles a text, checked against a catalogue.
     *
     * @param name the name in messages, such as {@code deploy.ehpc}
     * @param catalogue the operations of the service; that of the account that runs the script
     * @throws ScriptException if the script has errors; the exception lists all of them
     * @throws ehpc.api.IncompatibleLibraryException if a library is too old
     */
    public static CompiledScript compile(String name, String text, Catalogue catalogue) {
        return compile(new Source(name, text), catalogue, Optional.empty());
    }

    /**
     * Compiles a text, checked against {@link Catalogue#ehpc}, or loads it from a cache.
     *
     * @param name the name in messages, such as {@code deploy.ehpc}
     * @throws ScriptException if the script has errors; the exception lists all of them
     */
    public static CompiledScript compile(String name, String text, ScriptCache cache) {
        return compile(new Source(name, text), Catalogue.ehpc(), Optional.of(cache));
    }

    private static CompiledScript compile(Source source, Catalogue catalogue, Optional<ScriptCache> cache) {
        GroovyLibrary.require();
        try {
            ScriptCompiler compiler = new ScriptCompiler(CompilationContext.file(catalogue));
            Class<? extends EhpcScript> type = compiler.compile(source, cache.map(ScriptCache::classes));
            return new CompiledScript(source, type, catalogue, Optional.empty());
        } catch (CompilationFailed e) {
            throw ScriptException.unchecked(e.problems());
        }
    }
}
