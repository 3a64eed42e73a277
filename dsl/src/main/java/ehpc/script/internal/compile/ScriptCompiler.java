package ehpc.script.internal.compile;

import ehpc.dsl.EhpcScript;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.diagnostics.Source;
import ehpc.script.internal.symbols.SessionDelta;
import ehpc.script.internal.typecheck.UnresolvedClasses;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks and compiles scripts; all errors are reported together, in the terms of the language. */
public final class ScriptCompiler {

    private final CompilationContext context;

    public ScriptCompiler(CompilationContext context) {
        this.context = context;
    }

    /** Returns the class of a script, from the cache if possible. */
    public Class<? extends EhpcScript> compile(Source source, Optional<ClassStore> cache) throws CompilationFailed {
        Optional<Map<String, byte[]>> kept = cache.flatMap(c -> c.find(source));
        if (kept.isPresent()) {
            try {
                return Compiled.of(kept.get(), context).type();
            } catch (LinkageError e) {
                // Classes of another build: compile again.
                kept = Optional.empty();
            }
        }
        Compiled compiled = compiled(source).compiled();
        cache.ifPresent(c -> c.keep(source, compiled.classes()));
        return compiled.type();
    }

    Map<String, byte[]> bytes(Source source) throws CompilationFailed {
        return compiled(source).compiled().classes();
    }

    /** A compiled script without errors, and the attempt that compiled it. */
    public record Found(Compiled compiled, Compilation attempt) {

        /** Returns the script itself. */
        public Class<? extends EhpcScript> type() {
            return compiled.type();
        }

        /** Returns the symbols that it adds to a session; only for an entry. */
        public SessionDelta learned() {
            return LargeStack.with(() -> SessionDeltaFinder.from(this));
        }
    }

    /** @throws CompilationFailed if the script has errors; the exception lists all of them */
    public Found compiled(Source source) throws CompilationFailed {
        return LargeStack.with(() -> compiled(source, TypeCheckMode.TYPES));
    }

    /** Compiles with increasingly weaker type checking; the last mode has none. */
    private Found compiled(Source source, TypeCheckMode checking) throws CompilationFailed {
        Compilation attempt = new Compilation(source, context, checking, Set.of());
        Findings findings = attempt.findings();
        if (!attempt.unknownClasses().isEmpty() && UnresolvedClasses.canBe(attempt.unknownClasses())) {
            findings.addAll(new Compilation(source, context, checking, attempt.unknownClasses()).findings());
        }
        if (!findings.isEmpty()) {
            throw new CompilationFailed(findings.inOrder());
        }
        if (attempt.next().isPresent()) {
            return compiled(source, attempt.next().get());
        }
        Compiled compiled = loaded(attempt, source);
        boolean last = checking == TypeCheckMode.NONE;
        return last || compiled.isSound() ? new Found(compiled, attempt) : compiled(source, TypeCheckMode.NONE);
    }

    private Compiled loaded(Compilation attempt, Source source) throws CompilationFailed {
        try {
            return Compiled.of(attempt.classes(), context);
        } catch (ClassFormatError e) {
            Findings findings = new Findings(source);
            findings.add(0, 0, JvmLimits.refused(e));
            throw new CompilationFailed(findings.inOrder());
        }
    }
}
