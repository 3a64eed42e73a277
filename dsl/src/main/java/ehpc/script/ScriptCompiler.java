package ehpc.script;

import ehpc.dsl.EhpcScript;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a script's text to its class: statically, wholly, with every error in the words of the language. */
final class ScriptCompiler {

    static final String CLASS_NAME = "EhpcScript_";
    static final String FILE = CLASS_NAME + ".ehpc";

    private final ClassLoader parent = EhpcScript.class.getClassLoader();

    /** The script's class, from a cache where one is given and has it. */
    Class<? extends EhpcScript> compile(Source source, Optional<ScriptCache> cache) {
        Optional<Map<String, byte[]>> kept = cache.flatMap(c -> c.find(source));
        if (kept.isPresent()) {
            try {
                return Compiled.of(kept.get(), parent).type();
            } catch (LinkageError e) {
                // Classes of another build: compile anew.
                kept = Optional.empty();
            }
        }
        Compiled compiled = compiled(source);
        cache.ifPresent(c -> c.keep(source, compiled.classes()));
        return compiled.type();
    }

    Map<String, byte[]> bytes(Source source) {
        return compiled(source).classes();
    }

    private Compiled compiled(Source source) {
        return compiled(source, Checking.STATIC);
    }

    /** Each further try asks less of the compiler, and there is none behind the one that asks nothing. */
    private Compiled compiled(Source source, Checking checking) {
        Attempt attempt = new Attempt(source, parent, checking, Set.of());
        Findings findings = attempt.findings();
        if (!attempt.strangers().isEmpty() && Strangers.canBe(attempt.strangers())) {
            findings.addAll(new Attempt(source, parent, checking, attempt.strangers()).findings());
        }
        if (!findings.isEmpty()) {
            throw ScriptException.unchecked(findings.inOrder());
        }
        if (attempt.next().isPresent()) {
            return compiled(source, attempt.next().get());
        }
        Compiled compiled = Compiled.of(attempt.classes(), parent);
        return checking == Checking.NONE || compiled.isSound() ? compiled : compiled(source, Checking.NONE);
    }
}
