package ehpc.script;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.tools.WideningCategories;
import org.codehaus.groovy.transform.stc.AbstractTypeCheckingExtension;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;

/**
 * What the type checker asks when it does not know a name: a name on a value of unknown type is left for later, an unknown name on
 * a known type is an error that names the nearest known one.
 */
public final class WordCheck extends AbstractTypeCheckingExtension {

    private final Set<Expression> reported = new HashSet<>();
    private final Set<Expression> clusterBlocks = new HashSet<>();

    /** Made by the compiler, by name. */
    public WordCheck(StaticTypeCheckingVisitor visitor) {
        super(visitor);
    }

    @Override
    public List<MethodNode> handleMissingMethod(
            ClassNode receiver,
            String name,
            ArgumentListExpression arguments,
            ClassNode[] argumentTypes,
            MethodCall call) {
        if (!(call instanceof MethodCallExpression expression)) {
            return Collections.emptyList();
        }
        boolean unknown = isUnknown(receiver) && !expression.isImplicitThis()
                || Arrays.stream(argumentTypes).anyMatch(WordCheck::isUnknown) && isKnown(receiver, name, expression);
        if (!unknown && !Findings.isTold(expression) && !restsOnReported(expression)) {
            report(expression, expression.getMethod(), missing(receiver, name, argumentTypes, expression));
        }
        return Collections.singletonList(makeDynamic(expression, ClassHelper.OBJECT_TYPE));
    }

    private boolean isKnown(ClassNode receiver, String name, MethodCallExpression call) {
        List<String> forms = call.isImplicitThis() ? scope().signatures(name) : Members.signatures(receiver, name);
        return !forms.isEmpty();
    }

    /** Whether little enough is known of a type that its names have to be left for later. */
    private static boolean isUnknown(ClassNode type) {
        return ClassHelper.isObjectType(type)
                || type instanceof WideningCategories.LowestUpperBoundClassNode
                || type.getName().equals("java.io.Serializable")
                || type.getName().equals("java.lang.Comparable");
    }

    private Finding missing(ClassNode receiver, String name, ClassNode[] argumentTypes, MethodCallExpression call) {
        Scope scope = scope();
        String word = Renames.word(name);
        List<String> signatures = call.isImplicitThis() ? scope.signatures(name) : Members.signatures(receiver, name);
        if (!signatures.isEmpty()) {
            String wanted = signatures.stream().sorted().collect(Collectors.joining(" or "));
            return Finding.of(
                    Rule.WRONG_TYPE, "'" + word + "' must get " + wanted + ", gets " + Members.types(argumentTypes));
        }
        return call.isImplicitThis()
                ? scope.unknown(word, true)
                : unknownOn(receiver, name, name + "()", Members.methods(receiver));
    }

    @Override
    public boolean handleUnresolvedVariableExpression(VariableExpression variable) {
        BinaryExpression around = typeCheckingVisitor.getTypeCheckingContext().getEnclosingBinaryExpression();
        boolean assigned = around != null && around.getLeftExpression() == variable;
        String name = variable.getName();
        String define = "unknown word '" + name + "'; a new variable must begin with def: def " + name + " = ...";
        report(variable, variable, assigned ? Finding.of(Rule.UNKNOWN_WORD, define) : scope().unknown(name, false));
        storeType(variable, ClassHelper.dynamicType());
        return true;
    }

    @Override
    public boolean handleUnresolvedProperty(PropertyExpression property) {
        ClassNode owner = getType(property.getObjectExpression());
        if (!isUnknown(owner) && !Findings.isTold(property) && !reported.contains(property.getObjectExpression())) {
            String name = property.getPropertyAsString();
            report(property, property.getProperty(), unknownOn(owner, name, name, Members.properties(owner)));
        }
        makeDynamic(property, ClassHelper.OBJECT_TYPE);
        return true;
    }

    @Override
    public boolean beforeMethodCall(MethodCall call) {
        if (call instanceof MethodCallExpression expression
                && expression.isImplicitThis()
                && "cluster".equals(expression.getMethodAsString())
                && expression.getArguments() instanceof ArgumentListExpression arguments) {
            arguments.getExpressions().stream()
                    .filter(ClosureExpression.class::isInstance)
                    .forEach(clusterBlocks::add);
        }
        return false;
    }

    private Scope scope() {
        var context = typeCheckingVisitor.getTypeCheckingContext();
        boolean clusterBlock = context.getEnclosingClosureStack().stream()
                .anyMatch(closure -> clusterBlocks.contains(closure.getClosureExpression()));
        return Scope.of(clusterBlock, context.getEnclosingClassNode());
    }

    private void report(Expression broken, Expression place, Finding finding) {
        reported.add(broken);
        if (place.getLineNumber() > 0) { // calls that the compiler made up have no place, and nobody wrote them
            Findings.of(typeCheckingVisitor.getTypeCheckingContext().getSource())
                    .add(place, finding);
        }
    }

    /** Whether an error was told already that this one would only repeat. */
    private boolean restsOnReported(MethodCallExpression call) {
        boolean[] found = {false};
        CodeVisitorSupport search = new CodeVisitorSupport() {
            @Override
            public void visitVariableExpression(VariableExpression variable) {
                found[0] |= reported.contains(variable);
            }

            @Override
            public void visitMethodCallExpression(MethodCallExpression inner) {
                found[0] |= reported.contains(inner);
                super.visitMethodCallExpression(inner);
            }

            @Override
            public void visitPropertyExpression(PropertyExpression property) {
                found[0] |= reported.contains(property);
                super.visitPropertyExpression(property);
            }
        };
        call.getArguments().visit(search);
        if (!call.isImplicitThis()) {
            call.getObjectExpression().visit(search);
        }
        return found[0];
    }

    private static Finding unknownOn(ClassNode owner, String name, String said, Set<String> known) {
        String message = "unknown name '" + said + "' on " + Members.type(owner);
        return Finding.unknown(Rule.UNKNOWN_NAME, message, name, known);
    }
}
