package ehpc.script.internal.compile;

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
 * How a script is compiled. Calls are always bound at run time, by what the values are, as everywhere in Groovy. The second way is tried
 * when the first met a limit of the compiler's, not a mistake of the script.
 */
public enum TypeCheckMode {
    /** Types are checked: the rule. */
    TYPES,
    /** The words have been checked before, and the types that the checker inferred were too narrow. */
    NONE;

    /** Returns the next one that asks less of the compiler; empty behind the last. */
    Optional<TypeCheckMode> weaker() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }

    /**
     * How the compiler is to do it.
     *
     * @param first extensions of the type checker to be asked before {@link WordCheck}
     */
    public CompilerConfiguration configuration(
            CompilationContext ground, Findings findings, Optional<EntryDeclarations> declared, Class<?>... first) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(ground.baseClass().getName());
        configuration.setTargetBytecode(CompilerConfiguration.JDK17);
        configuration.setDisabledGlobalASTTransformations(Set.of("groovy.grape.GrabAnnotationTransformation"));
        configuration.addCompilationCustomizers(
                new ImportCustomizer().addStarImports("ehpc", "ehpc.command", "ehpc.node"));
        Map<String, Class<?>> known = new LinkedHashMap<>(Map.of("InputException", InputException.class));
        declared.ifPresent(entry -> known.putAll(entry.context().classes()));
        configuration.addCompilationCustomizers(new EarlierImports(
                declared.map(entry -> entry.context().imports()).orElse(List.of()), known));
        declared.ifPresent(entry -> configuration.addCompilationCustomizers(new VariableImport(entry)));
        configuration.addCompilationCustomizers(new ScriptCustomizer(findings, ground.catalogue()));
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
