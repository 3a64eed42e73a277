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
                return load(kept.get());
            } catch (LinkageError e) {
                // Classes of another build: compile anew.
                kept = Optional.empty();
            }
        }
        Map<String, byte[]> classes = bytes(source);
        cache.ifPresent(c -> c.keep(source, classes));
        return load(classes);
    }

    private Class<? extends EhpcScript> load(Map<String, byte[]> classes) {
        try {
            return new ScriptClassLoader(classes, parent).loadClass(CLASS_NAME).asSubclass(EhpcScript.class);
        } catch (ClassNotFoundException e) {
            return Nothing.class; // a script that only defines classes, or is empty
        }
    }

    /** Whether the JVM takes the classes: the static compiler has been seen to write some that it does not. */
    private boolean isSound(Map<String, byte[]> classes) {
        try {
            load(classes).getDeclaredConstructors();
            return true;
        } catch (VerifyError e) {
            return false;
        }
    }

    /** A script without statements. */
    public static final class Nothing extends EhpcScript {
        @Override
        public Object run() {
            return null;
        }
    }

    Map<String, byte[]> bytes(Source source) {
        Checking checking = Checking.STATIC;
        while (true) {
            Attempt attempt = new Attempt(source, parent, checking, Set.of());
            Findings findings = attempt.findings();
            if (!attempt.strangers().isEmpty() && Strangers.canBe(attempt.strangers())) {
                findings.addAll(new Attempt(source, parent, checking, attempt.strangers()).findings());
            }
            if (!findings.isEmpty()) {
                throw ScriptException.unchecked(findings.inOrder());
            }
            if (attempt.next().isEmpty() && (checking == Checking.NONE || isSound(attempt.classes()))) {
                return attempt.classes();
            }
            checking = attempt.next().orElse(Checking.NONE);
        }
    }
}
