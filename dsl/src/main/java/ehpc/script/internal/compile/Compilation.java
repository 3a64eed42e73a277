package ehpc.script.internal.compile;

import ehpc.dsl.ExtensionMethods;
import ehpc.script.Rule;
import ehpc.script.internal.compile.SyntaxErrorMessages.Position;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.diagnostics.Source;
import ehpc.script.internal.session.EarlierImports;
import ehpc.script.internal.session.EntryDeclarations;
import ehpc.script.internal.symbols.KnownImport;
import ehpc.script.internal.syntax.Preamble;
import ehpc.script.internal.typecheck.UnresolvedClasses;
import groovy.lang.GroovyClassLoader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.messages.ExceptionMessage;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.codehaus.groovy.tools.GroovyClass;

/** One attempt to compile a script. */
public final class Compilation {

    private static final Finding OWN_CHECKING = Finding.of(
            Rule.WRONG_TYPE, "@CompileStatic and @TypeChecked are not allowed: a script is checked without them");

    private static final Finding RECORD = Finding.of(
            Rule.WRONG_TYPE,
            "a component of a record must have a type here, as in record R(int x): Groovy checks the methods of"
                    + " records");

    /** Shared by all attempts, because it caches the type checker's index of Groovy's own methods, which is slow to build. */
    public static final GroovyClassLoader TRANSFORMS = ExtensionMethods.visible(Compilation.class.getClassLoader());

    private final Source source;
    private final Findings findings;
    private final TypeCheckMode checking;
    private final Set<String> stubs;
    private final CompilationUnit unit;
    private final Optional<EntryDeclarations> declared;
    private final Set<String> unknownClasses = new LinkedHashSet<>();
    private Optional<TypeCheckMode> next = Optional.empty();

    /**
     * @param stubs names of unknown classes to be treated as known
     */
    Compilation(Source source, CompilationContext context, TypeCheckMode checking, Set<String> stubs) {
        this.source = source;
        this.findings = new Findings(source);
        this.stubs = stubs;
        this.checking = checking;
        this.declared = context.context().map(EntryDeclarations::new);
        this.unit = new CompilationUnit(
                checking.configuration(context, findings, declared),
                null,
                ExtensionMethods.visible(context.parent()),
                TRANSFORMS);
        unit.addSource(context.file(), source.text());
        stubs.forEach(
                stub -> unit.addSource("UnknownClass" + stub.hashCode() + ".groovy", UnresolvedClasses.source(stub)));
        compile();
    }

    private void compile() {
        OptionalInt deep = JvmLimits.tooDeep(source.text());
        if (deep.isPresent()) {
            findings.add(deep.getAsInt(), 0, JvmLimits.DEPTH);
            return;
        }
        try {
            ParserNoise.without(() -> unit.compile(Phases.CONVERSION));
            if (Preamble.isScript(unit.getAST().getModules().get(0), findings)) {
                unit.compile(Phases.CLASS_GENERATION);
            }
        } catch (MultipleCompilationErrorsException e) {
            List<? extends Message> errors = e.getErrorCollector().getErrors();
            boolean twice = errors.stream().anyMatch(error -> text(error).contains("duplicates another method"));
            errors.stream()
                    .filter(error -> !twice || !text(error).startsWith("Repetitive method name"))
                    .forEach(this::add);
        } catch (StackOverflowError e) {
            findings.add(0, 0, JvmLimits.DEPTH);
        } catch (GroovyBugError e) {
            next = checking.weaker();
            if (next.isEmpty()) {
                findings.add(0, 0, surrender(e));
            }
        } catch (CompilationFailedException e) {
            findings.add(
                    0,
                    0,
                    surrender(e.getCause() == null ? e : e.getCause())); // a parser error, which no other mode avoids
        }
    }

    /** Returns the finding for an internal error of the compiler. */
    private static Finding surrender(Throwable mistake) {
        String message = String.valueOf(mistake.getMessage());
        return Finding.of(
                Rule.SYNTAX,
                message.contains("number literal")
                        ? "a sign must come before a number or a name, not before null, true or false"
                        : "the compiler cannot process this text; write it in another way: " + message);
    }

    /** Adds a compiler error; an error about inferred types selects a weaker mode instead. */
    private void add(Message error) {
        SyntaxException syntax = error instanceof SyntaxErrorMessage message ? message.getCause() : null;
        String text = text(error);
        if (JvmLimits.isMet(text)) {
            JvmLimits.report(text, unit.getAST().getModules().get(0), findings);
            return;
        }
        int line = syntax == null ? 0 : syntax.getStartLine();
        int column = syntax == null ? 0 : syntax.getStartColumn();
        if (CompilerMessages.isInference(text)) {
            if (checking == TypeCheckMode.NONE) {
                findings.add(
                        line,
                        column,
                        isInRecord(line)
                                ? RECORD
                                : OWN_CHECKING); // only an annotation of the script requests type checking here
            } else {
                next = Optional.of(TypeCheckMode.NONE);
            }
        } else {
            if (stubs.stream().anyMatch(text::contains)) {
                return; // repeats that the class is unknown
            }
            CompilerMessages.unknownClass(text).ifPresent(unknownClasses::add);
            Position place = CompilerMessages.place(text, source, line, column);
            findings.add(place.line(), place.column(), CompilerMessages.own(text, source, line, column));
        }
    }

    private boolean isInRecord(int line) {
        return unit.getAST().getClasses().stream()
                .anyMatch(type -> type.getLineNumber() <= line
                        && line <= type.getLastLineNumber()
                        && type.getAnnotations().stream()
                                .anyMatch(a ->
                                        a.getClassNode().getNameWithoutPackage().startsWith("Record")));
    }

    private static String text(Message error) {
        return error instanceof SyntaxErrorMessage syntax ? syntax.getCause().getOriginalMessage() : plain(error);
    }

    private static String plain(Message error) {
        return error instanceof ExceptionMessage exception
                ? String.valueOf(exception.getCause().getMessage())
                : String.valueOf(error);
    }

    Findings findings() {
        return findings;
    }

    /** Returns the names of classes in the script that do not exist. */
    Set<String> unknownClasses() {
        return unknownClasses;
    }

    /** Returns the mode of the next attempt, if this one failed by a limit of the compiler. */
    Optional<TypeCheckMode> next() {
        return next;
    }

    /** Returns the declarations of an entry of a shell; empty for a script file. */
    Optional<EntryDeclarations> declared() {
        return declared;
    }

    /** Returns the imports written in the script. */
    List<KnownImport> imports() {
        return EarlierImports.written(unit.getAST().getModules().get(0));
    }

    /** Returns the compiled classes, if there was no error. */
    Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        List<GroovyClass> generated = unit.getClasses();
        generated.forEach(type -> classes.put(type.getName(), EffectGuards.in(type.getBytes())));
        return classes;
    }
}
