package ehpc.script.internal.runtime;

import ehpc.script.internal.diagnostics.ScriptNames;
import ehpc.script.internal.diagnostics.Source;
import java.util.Optional;

/** The compiled texts, by their names in stack traces. */
@FunctionalInterface
public interface CompiledTexts {

    /** Returns the text of a file in a stack trace; empty if it is not a script. */
    Optional<Source> of(String file);

    /** Returns a single text. */
    static CompiledTexts only(Source source) {
        return file -> ScriptNames.isFile(file) ? Optional.of(source) : Optional.empty();
    }
}
