package ehpc.script.internal.inspect;

import ehpc.dsl.ExtensionMethods;
import ehpc.script.internal.compile.Compilation;
import ehpc.script.internal.compile.CompilationContext;
import ehpc.script.internal.compile.CompilerMessages;
import ehpc.script.internal.compile.LargeStack;
import ehpc.script.internal.compile.ParserNoise;
import ehpc.script.internal.compile.TypeCheckMode;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.diagnostics.Source;
import ehpc.script.internal.session.EntryDeclarations;
import ehpc.script.internal.symbols.SymbolTable;
import ehpc.script.internal.typecheck.UnresolvedClasses;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.GroovyBugError;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;

/** A text under inspection, with or without errors: it is parsed as far as possible, and its types are checked. */
public final class MarkedText {

    private final CompilationUnit unit;
    private final Set<String> unknownClasses = new LinkedHashSet<>();

    private MarkedText(String text, SymbolTable symbols, Set<String> stubs) {
        CompilationContext context = CompilationContext.of(symbols);
        Findings findings = new Findings(new Source(context.file(), text));
        CompilerConfiguration configuration = TypeCheckMode.TYPES.configuration(
                context, findings, Optional.of(new EntryDeclarations(symbols)), MarkCheck.class);
        this.unit = new CompilationUnit(
                configuration, null, ExtensionMethods.visible(context.parent()), Compilation.TRANSFORMS);
        unit.addSource(context.file(), text);
        stubs.forEach(
                stub -> unit.addSource("UnknownClass" + stub.hashCode() + ".groovy", UnresolvedClasses.source(stub)));
    }

    /** Returns the tree of a text; empty if it cannot be parsed. */
    public static Optional<ModuleNode> tree(String text, SymbolTable symbols) {
        return LargeStack.with(() -> found(text, symbols));
    }

    private static Optional<ModuleNode> found(String text, SymbolTable symbols) {
        MarkedText first = new MarkedText(text, symbols, Set.of());
        Optional<ModuleNode> tree = first.read();
        return tree.isPresent() && !first.unknownClasses.isEmpty() && UnresolvedClasses.canBe(first.unknownClasses)
                ? new MarkedText(text, symbols, first.unknownClasses).read()
                : tree;
    }

    private Optional<ModuleNode> read() {
        try {
            ParserNoise.without(() -> unit.compile(Phases.CONVERSION));
            unit.compile(Phases.INSTRUCTION_SELECTION);
        } catch (MultipleCompilationErrorsException e) {
            e.getErrorCollector().getErrors().forEach(error -> {
                if (error instanceof SyntaxErrorMessage message) {
                    CompilerMessages.unknownClass(message.getCause().getOriginalMessage())
                            .ifPresent(unknownClasses::add);
                }
            });
        } catch (GroovyBugError | RuntimeException | StackOverflowError e) {
            // The compiler failed on an unfinished text; its result up to then is used.
            return Optional.ofNullable(module());
        }
        return Optional.ofNullable(module());
    }

    private ModuleNode module() {
        List<ModuleNode> modules =
                unit.getAST() == null ? List.of() : unit.getAST().getModules();
        return modules.isEmpty() ? null : modules.get(0);
    }
}
