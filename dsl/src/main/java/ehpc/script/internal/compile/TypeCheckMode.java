package ehpc.script.internal.compile;

import ehpc.api.ApiException;
import ehpc.api.IncompleteListException;
import ehpc.api.InputException;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.session.EarlierImports;
import ehpc.script.internal.session.EntryDeclarations;
import ehpc.script.internal.session.InterruptibleScript;
import ehpc.script.internal.session.VariableExport;
import ehpc.script.internal.session.VariableImport;
import ehpc.script.internal.syntax.ScriptCustomizer;
import ehpc.script.internal.typecheck.WordCheck;
import groovy.transform.TypeChecked;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.control.customizers.ImportCustomizer;

/**
 * The kind of type checking during compilation. Calls are always bound at run time, by the actual values, as everywhere in Groovy. The
 * second mode is used if the first one failed by a limit of the compiler, not by an error of the script.
 */
public enum TypeCheckMode {
    /** Types are checked; the default. */
    TYPES,
    /** Types are not checked. The words were checked before, and the inferred types were too narrow. */
    NONE;

    /** Returns the next weaker mode; empty for the last. */
    Optional<TypeCheckMode> weaker() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }

    /**
     * Returns the configuration of the compiler.
     *
     * @param first extensions of the type checker that run before {@link WordCheck}
     */
    public CompilerConfiguration configuration(
            CompilationContext context, Findings findings, Optional<EntryDeclarations> declared, Class<?>... first) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(context.baseClass().getName());
        configuration.setTargetBytecode(CompilerConfiguration.JDK17);
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        configuration.addCompilationCustomizers(
                new ImportCustomizer().addStarImports("ehpc", "ehpc.command", "ehpc.node"));
        Map<String, Class<?>> known = new LinkedHashMap<>();
        Stream.of(ApiException.class, IncompleteListException.class, InputException.class)
                .forEach(type -> known.put(type.getSimpleName(), type));
        declared.ifPresent(entry -> known.putAll(entry.context().classes()));
        configuration.addCompilationCustomizers(new EarlierImports(
                declared.map(entry -> entry.context().imports()).orElse(List.of()), known));
        declared.ifPresent(entry -> configuration.addCompilationCustomizers(new VariableImport(entry)));
        configuration.addCompilationCustomizers(new ScriptCustomizer(findings, context.catalogue()));
        if (this != NONE) {
            List<String> extensions = Stream.concat(Arrays.stream(first), Stream.of(WordCheck.class))
                    .map(Class::getName)
                    .toList();
            configuration.addCompilationCustomizers(
                    new ASTTransformationCustomizer(Map.of("extensions", extensions), TypeChecked.class));
        }
        configuration.addCompilationCustomizers(
                declared.<CompilationCustomizer>map(VariableExport::new).orElseGet(InterruptibleScript::new));
        return configuration;
    }
}
