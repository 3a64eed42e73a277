package ehpc.script.internal.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/**
 * Replaces code that the static compiler handles badly: mixed elements of a list or map literal become Object, because the inferred type
 * would have no operators; a lambda, which cannot access the words of the enclosing block, becomes a closure.
 */
final class LiteralWidening extends ClassCodeExpressionTransformer {

    private static final ClassNode LIST = parameterized(ClassHelper.LIST_TYPE, ClassHelper.OBJECT_TYPE);
    private static final ClassNode MAP =
            parameterized(ClassHelper.MAP_TYPE, ClassHelper.STRING_TYPE, ClassHelper.OBJECT_TYPE);

    private static final ClassNode ANY_MAP =
            parameterized(ClassHelper.MAP_TYPE, ClassHelper.OBJECT_TYPE, ClassHelper.OBJECT_TYPE);

    private static final String OTHER = "other";

    /** The largest number of lists and maps in a literal that keep their own types. */
    private static final int FEW = 16;

    private final SourceUnit unit;

    LiteralWidening(SourceUnit unit) {
        this.unit = unit;
    }

    private static ClassNode parameterized(ClassNode type, ClassNode... arguments) {
        ClassNode plain = type.getPlainNodeReference();
        GenericsType[] generics =
                Arrays.stream(arguments).map(GenericsType::new).toArray(GenericsType[]::new);
        plain.setGenericsTypes(generics);
        return plain;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public Expression transform(Expression expression) {
        if (expression instanceof LambdaExpression lambda) {
            return closure(lambda);
        }
        if (expression instanceof ClosureExpression closure) {
            closure.getCode().visit(this);
            return closure;
        }
        if (expression instanceof MethodCallExpression call && isApi(call.getObjectExpression())) {
            return call;
        }
        Expression inner = super.transform(expression);
        if (inner instanceof ListExpression list && isMixed(list.getExpressions())) {
            list.getExpressions().replaceAll(LiteralWidening::untyped);
            return cast(LIST, list);
        }
        if (inner instanceof BinaryExpression assignment && isIntoAnything(assignment)) {
            assignment.setRightExpression(loose(assignment.getRightExpression()));
        }
        if (inner instanceof MapExpression map && !(inner instanceof NamedArgumentListExpression) && isMixed(map)) {
            map.getMapEntryExpressions()
                    .forEach(entry -> entry.setValueExpression(untyped(entry.getValueExpression())));
            return cast(MAP, map);
        }
        return inner;
    }

    /**
     * Returns an element whose type is ignored: for alternating kinds, the checker would nest the inferred types in each other, and take
     * longer with each element.
     */
    private static Expression untyped(Expression value) {
        boolean literal =
                value instanceof ListExpression || value instanceof MapExpression || value instanceof CastExpression;
        return kind(value) == OTHER && !literal ? value : cast(ClassHelper.OBJECT_TYPE, value);
    }

    /** Returns whether a value is assigned to an untyped variable: later values of a map may have other types than the first ones. */
    private static boolean isIntoAnything(BinaryExpression assignment) {
        return assignment.getOperation().getType() == Types.ASSIGN
                && assignment.getLeftExpression() instanceof VariableExpression variable
                && variable.isDynamicTyped();
    }

    private static Expression loose(Expression value) {
        if (value instanceof ListExpression list) {
            list.getExpressions().replaceAll(LiteralWidening::loose);
        }
        return value instanceof MapExpression map ? cast(hasTextKeys(map) ? MAP : ANY_MAP, map) : value;
    }

    private ClosureExpression closure(LambdaExpression lambda) {
        lambda.getCode().visit(this);
        ClosureExpression closure = new ClosureExpression(lambda.getParameters(), lambda.getCode());
        closure.setVariableScope(lambda.getVariableScope());
        closure.setSourcePosition(lambda);
        return closure;
    }

    /** The arguments of an operation are checked as written. */
    private static boolean isApi(Expression receiver) {
        if (receiver instanceof PropertyExpression property) {
            String name = property.getPropertyAsString();
            return "api".equals(name) || "all".equals(name) && isApi(property.getObjectExpression());
        }
        return receiver instanceof VariableExpression word && word.getName().equals("api");
    }

    private static Expression cast(ClassNode type, Expression literal) {
        CastExpression cast = new CastExpression(type, literal);
        cast.setSourcePosition(literal);
        return cast;
    }

    private static boolean isMixed(MapExpression map) {
        return hasTextKeys(map)
                && isMixed(map.getMapEntryExpressions().stream()
                        .map(entry -> entry.getValueExpression())
                        .toList());
    }

    private static boolean hasTextKeys(MapExpression map) {
        return map.getMapEntryExpressions().stream()
                .allMatch(entry ->
                        entry.getKeyExpression() instanceof ConstantExpression key && key.getValue() instanceof String);
    }

    private static boolean isMixed(List<Expression> values) {
        boolean deep = values.size() > FEW;
        return values.stream()
                        .map(value -> deep ? deepKind(value) : kind(value))
                        .distinct()
                        .count()
                > 1;
    }

    private static Object kind(Expression value) {
        if (value instanceof ConstantExpression constant) {
            Object literal = constant.getValue();
            return literal instanceof Number ? Number.class : literal == null ? "null" : literal.getClass();
        }
        return value instanceof GStringExpression ? String.class : OTHER;
    }

    /** Returns the kind, for lists and maps with the kinds of their elements. */
    private static Object deepKind(Expression value) {
        if (value instanceof CastExpression cast) {
            return cast.getType().toString(false);
        }
        if (value instanceof ListExpression list) {
            return kinds(list.getExpressions());
        }
        return value instanceof MapExpression map
                ? Map.of(
                        "values",
                        kinds(map.getMapEntryExpressions().stream()
                                .map(entry -> entry.getValueExpression())
                                .toList()))
                : kind(value);
    }

    private static Set<Object> kinds(List<Expression> values) {
        return values.stream().map(LiteralWidening::deepKind).collect(Collectors.toSet());
    }
}
