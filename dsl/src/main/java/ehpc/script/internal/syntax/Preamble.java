package ehpc.script.internal.syntax;

import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import ehpc.script.internal.diagnostics.ScriptNames;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;

/** Refuses declarations before the statements of a script: packages and fetched libraries. */
public final class Preamble {

    private Preamble() {}

    /** Checks the declarations, and returns whether there is a script: from a {@code main} alone, Groovy compiles a class without words. */
    public static boolean isScript(ModuleNode script, Findings findings) {
        check(script, findings);
        OwnNames.check(script, findings);
        boolean statements = !script.getStatementBlock().isEmpty();
        List<MethodNode> mains = script.getClasses().stream()
                .filter(type -> ScriptNames.isClass(type.getName()))
                .flatMap(type -> type.getMethods("main").stream())
                .filter(main -> main.getLineNumber() > 0)
                .filter(main -> !statements || main.isStatic() && main.getParameters().length == 1)
                .toList();
        mains.forEach(main -> findings.add(
                main,
                Finding.of(
                        Rule.SYNTAX,
                        statements
                                ? "a static method must not be called main: the statements at the top of a"
                                        + " script are its main"
                                : "a script must have statements at its top level: move those of main there, or"
                                        + " call main()")));
        return mains.isEmpty();
    }

    private static void check(ModuleNode script, Findings findings) {
        if (script.hasPackage()) {
            findings.add(script.getPackage(), Finding.of(Rule.SYNTAX, "a script must not be in a package"));
        }
        List<AnnotatedNode> annotated = new ArrayList<>(script.getImports());
        annotated.addAll(script.getStarImports());
        annotated.addAll(script.getClasses());
        for (AnnotatedNode node : annotated) {
            node.getAnnotations().stream()
                    .filter(annotation ->
                            annotation.getClassNode().getNameWithoutPackage().startsWith("Grab"))
                    .forEach(annotation -> grab(annotation, findings));
        }
    }

    private static void grab(AnnotationNode annotation, Findings findings) {
        String message = "a script must not fetch libraries with @Grab; it sees the JDK, Groovy and ehpc";
        findings.add(annotation, Finding.of(Rule.SYNTAX, message));
    }
}
