package ehpc.script;

import ehpc.RunResult;
import ehpc.api.Nearest;
import ehpc.dsl.RunDsl;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private static final ClassNode RUN_RESULT = ClassHelper.make(RunResult.class);
    private static final ClassNode RUN_WORDS = ClassHelper.make(RunDsl.class);

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
        if (!unknown && !restsOnReported(expression)) {
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

    private String missing(ClassNode receiver, String name, ClassNode[] argumentTypes, MethodCallExpression call) {
        Scope scope = scope();
        String word = Renames.word(name);
        if (call.isImplicitThis() && scope.isClusterWordOutside(word)) {
            return scope.unknown(word, true);
        }
        if (receiver.equals(RUN_RESULT) && Members.methods(RUN_WORDS).contains(word)) {
            return "'" + word + "' must stand before on, which ends the sentence";
        }
        List<String> signatures = call.isImplicitThis() ? scope.signatures(name) : Members.signatures(receiver, name);
        if (!signatures.isEmpty()) {
            return "'" + word + "' must get " + String.join(" or ", signatures) + ", gets "
                    + Members.types(argumentTypes);
        }
        return call.isImplicitThis()
                ? scope.unknown(word, true)
                : unknownOn(receiver, name + "()", Nearest.hint(name, Members.methods(receiver)));
    }

    @Override
    public boolean handleUnresolvedVariableExpression(VariableExpression variable) {
        BinaryExpression around = typeCheckingVisitor.getTypeCheckingContext().getEnclosingBinaryExpression();
        boolean assigned = around != null && around.getLeftExpression() == variable;
        String name = variable.getName();
        String message = assigned
                ? "unknown word '" + name + "'; a new variable must begin with def: def " + name + " = ..."
                : scope().unknown(name, false);
        report(variable, variable, message);
        storeType(variable, ClassHelper.dynamicType());
        return true;
    }

    @Override
    public boolean handleUnresolvedProperty(PropertyExpression property) {
        ClassNode owner = getType(property.getObjectExpression());
        if (!isUnknown(owner) && !reported.contains(property.getObjectExpression())) {
            String name = property.getPropertyAsString();
            String hint = Nearest.hint(name, Members.properties(owner));
            report(property, property.getProperty(), unknownOn(owner, name, hint));
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

    @Override
    public void afterMethodCall(MethodCall call) {
        if (call instanceof MethodCallExpression expression && expression.isImplicitThis()) {
            scope().misplaced(expression.getMethodAsString())
                    .ifPresent(message -> report(expression, expression.getMethod(), message));
        }
    }

    private Scope scope() {
        var context = typeCheckingVisitor.getTypeCheckingContext();
        boolean clusterBlock = context.getEnclosingClosureStack().stream()
                .anyMatch(closure -> clusterBlocks.contains(closure.getClosureExpression()));
        return Scope.of(clusterBlock, context.getEnclosingClassNode());
    }

    private void report(Expression broken, Expression place, String message) {
        reported.add(broken);
        addStaticTypeError(message, place);
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

    private static String unknownOn(ClassNode owner, String name, String hint) {
        return "unknown name '" + name + "' on " + Members.type(owner) + hint;
    }
}
