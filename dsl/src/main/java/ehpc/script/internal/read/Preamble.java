package ehpc.script.internal.read;

import ehpc.script.Rule;
import ehpc.script.internal.source.Finding;
import ehpc.script.internal.source.Findings;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ModuleNode;

/** Looks at what a script says before its statements: packages and fetched libraries have no place there. */
public final class Preamble {

    private Preamble() {}

    public static void look(ModuleNode script, Findings findings) {
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
