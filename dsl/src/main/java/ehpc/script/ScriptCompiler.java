package ehpc.script;

import ehpc.dsl.EhpcScript;
import groovy.lang.GroovyClassLoader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.codehaus.groovy.tools.GroovyClass;

/** From a script's text to its class: statically, wholly, with every error in the words of the language. */
final class ScriptCompiler {

    static final String CLASS_NAME = "EhpcScript_";

    private final ClassLoader parent = EhpcScript.class.getClassLoader();

    /** What came of one try: the classes, or why there are none that is no mistake of the script. */
    private record Attempt(Optional<Map<String, byte[]>> classes, Optional<Checking> next) {

        static Attempt done(Map<String, byte[]> classes) {
            return new Attempt(Optional.of(classes), Optional.empty());
        }

        static Attempt again(Checking how) {
            return new Attempt(Optional.empty(), Optional.of(how));
        }
    }

    /** The script's class, from a cache where one is given and has it. */
    Class<? extends EhpcScript> compile(Source source, Optional<ScriptCache> cache) {
        Optional<Map<String, byte[]>> kept = cache.flatMap(c -> c.find(source));
        if (kept.isPresent()) {
            try {
                return load(source, kept.get());
            } catch (LinkageError | ScriptException e) {
                // Classes of another build: compile anew.
                kept = Optional.empty();
            }
        }
        Map<String, byte[]> classes = bytes(source);
        cache.ifPresent(c -> c.keep(source, classes));
        return load(source, classes);
    }

    private Class<? extends EhpcScript> load(Source source, Map<String, byte[]> classes) {
        try {
            return new ScriptClassLoader(classes, parent).loadClass(CLASS_NAME).asSubclass(EhpcScript.class);
        } catch (ClassNotFoundException e) {
            String message = "a script must have statements, has only a package or classes";
            throw ScriptException.unchecked(List.of(source.problem(0, 0, Finding.of(Rule.SYNTAX, message))));
        }
    }

    Map<String, byte[]> bytes(Source source) {
        Attempt attempt = Attempt.again(Checking.STATIC);
        while (attempt.next().isPresent()) {
            attempt = attempt(source, attempt.next().get());
        }
        return attempt.classes().orElseThrow();
    }

    private Attempt attempt(Source source, Checking checking) {
        Findings findings = new Findings(source);
        CompilationUnit unit =
                new CompilationUnit(checking.configuration(findings), null, new GroovyClassLoader(parent));
        unit.addSource(CLASS_NAME + ".ehpc", source.text());
        Optional<Checking> next = Optional.empty();
        try {
            ParserNoise.without(() -> unit.compile(Phases.CONVERSION));
            unit.compile(Phases.CLASS_GENERATION);
        } catch (MultipleCompilationErrorsException e) {
            next = add(e.getErrorCollector().getErrors(), source, findings);
        } catch (GroovyBugError e) {
            next = Optional.of(Checking.TYPES);
        }
        if (!findings.isEmpty()) {
            throw ScriptException.unchecked(findings.inOrder());
        }
        return next.map(Attempt::again).orElseGet(() -> Attempt.done(classes(unit)));
    }

    private static Map<String, byte[]> classes(CompilationUnit unit) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (GroovyClass generated : unit.getClasses()) {
            classes.put(generated.getName(), generated.getBytes());
        }
        return classes;
    }

    /** Adds the compiler's errors to the findings; those that only say what it cannot do make another way of checking necessary. */
    private static Optional<Checking> add(List<? extends Message> errors, Source source, Findings findings) {
        Optional<Checking> next = Optional.empty();
        for (Message error : errors) {
            SyntaxException syntax = error instanceof SyntaxErrorMessage message ? message.getCause() : null;
            String text = syntax == null ? plain(error) : syntax.getOriginalMessage();
            if (CompilerMessages.isLimit(text)) {
                next = next.or(() -> Optional.of(Checking.TYPES));
            } else if (CompilerMessages.isInference(text)) {
                next = Optional.of(Checking.NONE);
            } else if (syntax == null) {
                findings.add(0, 0, CompilerMessages.own(text, source, 0));
            } else {
                Finding own = CompilerMessages.own(text, source, syntax.getStartLine());
                findings.add(syntax.getStartLine(), syntax.getStartColumn(), own);
            }
        }
        return next;
    }

    private static String plain(Message error) {
        return error instanceof ExceptionMessage exception
                ? String.valueOf(exception.getCause().getMessage())
                : String.valueOf(error);
    }
}
