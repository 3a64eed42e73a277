package ehpc.script.internal.typecheck;

import groovy.lang.Closure;
import groovy.lang.Script;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.PropertyNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/**
 * Names that are not members of a type, but may exist at run time: any name of a class that handles missing names, and those of closures
 * in maps and properties.
 */
final class DynamicNames {

    private static final Set<String> ANY_CALL = Set.of("methodMissing", "invokeMethod");
    private static final Set<String> ANY_PROPERTY =
            Set.of("propertyMissing", "getProperty", "setProperty", "get", "set");

    /** Types that have methods of these names, but do not handle any name. */
    private static final Set<ClassNode> USUAL = Set.of(
            ClassHelper.make(Script.class),
            ClassHelper.CLOSURE_TYPE,
            ClassHelper.GSTRING_TYPE,
            ClassHelper.GROOVY_OBJECT_TYPE);

    private final Set<String> keptClosures = new HashSet<>();

    private DynamicNames() {}

    static DynamicNames of(SourceUnit unit) {
        DynamicNames names = new DynamicNames();
        unit.getAST().getClasses().forEach(new Kept(unit, names.keptClosures)::visitClass);
        return names;
    }

    /** Returns whether a call on a value may be valid although its type has no such method. */
    boolean mayAnswer(ClassNode type, String method) {
        return answersAny(type, ANY_CALL)
                || isMap(type) && keptClosures.contains(method)
                || property(type, method).filter(DynamicNames::mayBeClosure).isPresent();
    }

    /** Returns whether a value handles any call. */
    static boolean isBuilder(ClassNode type) {
        return answersAny(type, ANY_CALL);
    }

    /** Returns whether a value may have properties that its type does not have. */
    static boolean mayHave(ClassNode type) {
        return answersAny(type, ANY_PROPERTY);
    }

    /** Returns whether the number of arguments is known only at run time. */
    static boolean hasSpread(MethodCall call) {
        return call.getArguments() instanceof TupleExpression arguments
                && arguments.getExpressions().stream().anyMatch(SpreadExpression.class::isInstance);
    }

    private static boolean isMap(ClassNode type) {
        return type.equals(ClassHelper.MAP_TYPE) || type.implementsInterface(ClassHelper.MAP_TYPE);
    }

    private static Optional<PropertyNode> property(ClassNode type, String name) {
        return lineage(type)
                .flatMap(owner -> Stream.ofNullable(owner.getProperty(name)))
                .findFirst();
    }

    private static boolean mayBeClosure(PropertyNode property) {
        return ClassHelper.isObjectType(property.getType())
                || property.getType().isDerivedFrom(ClassHelper.make(Closure.class));
    }

    private static boolean answersAny(ClassNode type, Set<String> methods) {
        return lineage(type)
                .takeWhile(owner -> !USUAL.contains(owner))
                .filter(owner ->
                        owner.implementsInterface(ClassHelper.GROOVY_OBJECT_TYPE) || owner.isPrimaryClassNode())
                .flatMap(owner -> methods.stream().flatMap(name -> owner.getDeclaredMethods(name).stream()))
                .anyMatch(DynamicNames::isWritten);
    }

    /** The first parameter is the name; methods that the compiler adds do not count. */
    private static boolean isWritten(MethodNode method) {
        boolean named = method.getParameters().length > 0
                && method.getParameters()[0].getType().equals(ClassHelper.STRING_TYPE);
        return named && !method.isAbstract() && !method.isSynthetic();
    }

    private static Stream<ClassNode> lineage(ClassNode type) {
        return Stream.iterate(
                type, owner -> owner != null && !ClassHelper.isObjectType(owner), ClassNode::getSuperClass);
    }

    /** Finds the keys and properties to which closures are assigned. */
    private static final class Kept extends ClassCodeVisitorSupport {

        private final SourceUnit unit;
        private final Set<String> names;

        private Kept(SourceUnit unit, Set<String> names) {
            this.unit = unit;
            this.names = names;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return unit;
        }

        @Override
        public void visitMapEntryExpression(MapEntryExpression entry) {
            kept(entry.getKeyExpression(), entry.getValueExpression());
            super.visitMapEntryExpression(entry);
        }

        @Override
        public void visitBinaryExpression(BinaryExpression expression) {
            if (expression.getOperation().getType() == Types.ASSIGN) {
                if (expression.getLeftExpression() instanceof PropertyExpression property) {
                    kept(property.getProperty(), expression.getRightExpression());
                } else if (expression.getLeftExpression() instanceof BinaryExpression element) {
                    kept(element.getRightExpression(), expression.getRightExpression());
                }
            }
            super.visitBinaryExpression(expression);
        }

        private void kept(Expression key, Expression value) {
            if (value instanceof ClosureExpression && key instanceof ConstantExpression name) {
                names.add(name.getText());
            }
        }
    }

    /** Returns the classes of a script with a method or property of a name, for messages. */
    static List<String> owners(SourceUnit unit, String name) {
        return unit.getAST().getClasses().stream()
                .filter(type -> !type.isScript() && type.getOuterClass() == null)
                .filter(type -> !type.getDeclaredMethods(name).isEmpty() || type.getProperty(name) != null)
                .map(ClassNode::getNameWithoutPackage)
                .toList();
    }
}
