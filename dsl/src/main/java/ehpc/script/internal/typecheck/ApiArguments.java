package ehpc.script.internal.typecheck;

import ehpc.api.Secret;
import ehpc.api.UnknownValue;
import ehpc.dsl.ApiRecord;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.words.Members;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;

/** The named arguments of a call as far as its text shows: the values of literals, and the types of other arguments. */
final class ApiArguments {

    private static final ClassNode SECRET = ClassHelper.make(Secret.class);
    private static final ClassNode RECORD = ClassHelper.make(ApiRecord.class);
    private static final ClassNode NUMBER = ClassHelper.make(Number.class);
    private static final ClassNode TEXT = ClassHelper.make(CharSequence.class);
    private static final ClassNode COLLECTION = ClassHelper.make(Collection.class);

    private final Function<Expression, ClassNode> types;
    private final BiConsumer<Expression, Finding> report;
    private final Map<String, Expression> places = new HashMap<>();
    private final Map<Object, Object> values;

    /**
     * @param types returns the checked type of an expression
     * @param report receives the findings
     */
    ApiArguments(MapExpression named, Function<Expression, ClassNode> types, BiConsumer<Expression, Finding> report) {
        this.types = types;
        this.report = report;
        this.values = map("", named);
    }

    Map<Object, Object> values() {
        return values;
    }

    /** Returns the expression at a path, else the nearest enclosing one, else the given one. */
    Expression at(String path, Expression otherwise) {
        String here = path;
        while (!here.isEmpty()) {
            if (places.containsKey(here)) {
                return places.get(here);
            }
            here = here.substring(0, Math.max(0, Math.max(here.lastIndexOf('.'), here.lastIndexOf('['))));
        }
        return otherwise;
    }

    /**
     * Returns the values of arguments without a name.
     *
     * @param names the names of their places; the last one is a list of all others
     */
    List<Object> positional(List<Expression> given, List<String> names) {
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            int place = Math.min(i, names.size() - 1);
            String path = place < 0 ? "" : names.get(place);
            places.put(path + "[" + (i - place + 1) + "]", given.get(i));
            places.putIfAbsent(path, given.get(i));
            found.add(value(path, given.get(i)));
        }
        return found;
    }

    private Map<Object, Object> map(String prefix, MapExpression map) {
        Map<Object, Object> named = new LinkedHashMap<>();
        for (MapEntryExpression entry : map.getMapEntryExpressions()) {
            if (entry.getKeyExpression() instanceof ConstantExpression name) {
                String path = prefix + name.getText();
                if (named.containsKey(name.getText())) {
                    report.accept(name, Finding.of(Rule.TWICE, path + " must be given once, is given twice"));
                } else {
                    places.put(path, name);
                    named.put(name.getText(), value(path, entry.getValueExpression()));
                }
            } else {
                named.put(UnknownValue.ANY, UnknownValue.ANY);
            }
        }
        return named;
    }

    /** Returns an expression without casts to a map or to any object, which the compiler adds to a map of values of several types. */
    static Expression uncast(Expression expression) {
        return expression instanceof CastExpression cast
                        && (ClassHelper.isObjectType(cast.getType())
                                || is(cast.getType(), ClassHelper.MAP_TYPE)
                                        && cast.getExpression() instanceof MapExpression)
                ? uncast(cast.getExpression())
                : expression;
    }

    private Object value(String path, Expression given) {
        Expression expression = uncast(given);
        if (expression instanceof ConstantExpression constant) {
            return constant.getValue();
        }
        if (expression instanceof CastExpression cast
                && (cast.getExpression() instanceof MapExpression || cast.getExpression() instanceof ListExpression)) {
            return value(path, cast.getExpression());
        }
        if (expression instanceof UnaryMinusExpression minus
                && minus.getExpression() instanceof ConstantExpression constant) {
            return negative(constant.getValue());
        }
        if (expression instanceof MapExpression map) {
            return map(path + ".", map);
        }
        if (expression instanceof ListExpression list) {
            return list(path, list);
        }
        if (expression instanceof GStringExpression text) {
            text.getValues().stream()
                    .filter(value -> types.apply(value).equals(SECRET))
                    .forEach(value -> report.accept(
                            value, Finding.of(Rule.WRONG_TYPE, "a secret must be given by itself, not inside a text")));
        }
        return unknown(types.apply(expression));
    }

    private static Object negative(Object value) {
        return value instanceof Integer || value instanceof Long
                ? (Object) (-((Number) value).longValue())
                : UnknownValue.of(UnknownValue.Kind.NUMBER, "Number");
    }

    private Object list(String path, ListExpression list) {
        if (list.getExpressions().stream().anyMatch(SpreadExpression.class::isInstance)) {
            return UnknownValue.of(UnknownValue.Kind.LIST, "List");
        }
        List<Object> elements = new ArrayList<>();
        for (Expression element : list.getExpressions()) {
            String inside = path + "[" + (elements.size() + 1) + "]";
            places.put(inside, element);
            elements.add(value(inside, element));
        }
        return elements;
    }

    static UnknownValue unknown(ClassNode type) {
        ClassNode wrapped = ClassHelper.getWrapper(type);
        String name = Members.type(type);
        if (WordCheck.isUnknown(type) || type.isGenericsPlaceHolder() || type.isInterface() && !known(type)) {
            return UnknownValue.ANY;
        }
        if (wrapped.equals(SECRET)) {
            return UnknownValue.of(UnknownValue.Kind.SECRET, name);
        }
        if (is(wrapped, TEXT) || ClassHelper.isGStringType(wrapped) || wrapped.equals(ClassHelper.Character_TYPE)) {
            return UnknownValue.of(UnknownValue.Kind.TEXT, name);
        }
        if (is(wrapped, NUMBER)) {
            return UnknownValue.of(UnknownValue.Kind.NUMBER, name);
        }
        if (wrapped.equals(ClassHelper.Boolean_TYPE)) {
            return UnknownValue.of(UnknownValue.Kind.FLAG, name);
        }
        if (type.isArray() || is(wrapped, COLLECTION)) {
            return UnknownValue.of(UnknownValue.Kind.LIST, name);
        }
        boolean object = is(wrapped, ClassHelper.MAP_TYPE) || is(wrapped, RECORD);
        return UnknownValue.of(object ? UnknownValue.Kind.OBJECT : UnknownValue.Kind.OTHER, name);
    }

    /** Returns whether all implementations of an interface are of one kind. */
    private static boolean known(ClassNode type) {
        return is(type, TEXT) || is(type, COLLECTION) || is(type, ClassHelper.MAP_TYPE);
    }

    private static boolean is(ClassNode type, ClassNode other) {
        return StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(type, other);
    }
}
