package ehpc.script.internal.runtime;

import ehpc.script.internal.diagnostics.ScriptNames;
import ehpc.script.internal.diagnostics.Source;
import java.util.Optional;

/** The texts that were compiled, by how stack traces call them. */
@FunctionalInterface
public interface CompiledTexts {

    /** Returns the text of a file of a stack trace; empty where it is none of a script. */
    Optional<Source> of(String file);

    /** Where there is but one. */
    static CompiledTexts only(Source source) {
        return file -> ScriptNames.isFile(file) ? Optional.of(source) : Optional.empty();
    }
}
