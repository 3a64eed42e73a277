package ehpc.script;

import ehpc.dsl.EhpcScript;
import groovy.lang.GroovyClassLoader;
import groovy.transform.CompileStatic;
import groovy.transform.TypeChecked;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.codehaus.groovy.tools.GroovyClass;

/** From a script's text to its class: statically, wholly, with every error in the words of the language. */
final class ScriptCompiler {

    static final String CLASS_NAME = "EhpcScript_";

    private final ClassLoader parent = EhpcScript.class.getClassLoader();

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
            throw ScriptException.unchecked(List.of(source.problem(0, 0, "the script must have statements, is empty")));
        }
    }

    Map<String, byte[]> bytes(Source source) {
        try {
            return bytes(source, CompileStatic.class);
        } catch (GroovyBugError | Dynamic e) {
            // The static compiler cannot call some operators on values of unknown type, which the checker has nothing
            // against.
            return bytes(source, TypeChecked.class);
        }
    }

    private Map<String, byte[]> bytes(Source source, Class<? extends Annotation> checking) {
        List<ScriptProblem> problems = new ArrayList<>();
        CompilationUnit unit =
                new CompilationUnit(configuration(source, problems, checking), null, new GroovyClassLoader(parent));
        unit.addSource(CLASS_NAME + ".ehpc", source.text());
        try {
            unit.compile(Phases.CLASS_GENERATION);
        } catch (MultipleCompilationErrorsException e) {
            problems.addAll(problems(source, e.getErrorCollector()));
        }
        boolean statically = checking == CompileStatic.class;
        if (statically && problems.stream().anyMatch(p -> CompilerMessages.isLimit(p.message()))) {
            throw new Dynamic();
        }
        if (!problems.isEmpty()) {
            throw ScriptException.unchecked(inOrder(problems));
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (GroovyClass generated : unit.getClasses()) {
            classes.put(generated.getName(), generated.getBytes());
        }
        return classes;
    }

    /** The static compiler has met one of its limits. */
    private static final class Dynamic extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static CompilerConfiguration configuration(
            Source source, List<ScriptProblem> problems, Class<? extends Annotation> checking) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(EhpcScript.class.getName());
        configuration.setTargetBytecode(CompilerConfiguration.JDK17);
        configuration.addCompilationCustomizers(
                new ImportCustomizer().addStarImports("ehpc"),
                new SentenceCustomizer(source, problems),
                new ASTTransformationCustomizer(Map.of("extensions", List.of(WordCheck.class.getName())), checking));
        return configuration;
    }

    private static List<ScriptProblem> problems(Source source, ErrorCollector errors) {
        return errors.getErrors().stream()
                .map(message -> problem(source, message))
                .toList();
    }

    /** By place; of several at the same place only the first, which is the most telling. */
    private static List<ScriptProblem> inOrder(List<ScriptProblem> problems) {
        Map<List<Integer>, ScriptProblem> byPlace = new LinkedHashMap<>();
        problems.forEach(p -> byPlace.putIfAbsent(List.of(p.line(), p.column()), p));
        return byPlace.values().stream()
                .sorted(Comparator.comparingInt(ScriptProblem::line).thenComparingInt(ScriptProblem::column))
                .toList();
    }

    private static ScriptProblem problem(Source source, Message error) {
        if (error instanceof SyntaxErrorMessage syntax) {
            SyntaxException cause = syntax.getCause();
            String message = CompilerMessages.own(cause.getOriginalMessage(), source, cause.getStartLine());
            return source.problem(cause.getStartLine(), cause.getStartColumn(), message);
        }
        String text = error instanceof ExceptionMessage exception
                ? String.valueOf(exception.getCause().getMessage())
                : String.valueOf(error);
        return source.problem(0, 0, CompilerMessages.own(text, source, 0));
    }
}
