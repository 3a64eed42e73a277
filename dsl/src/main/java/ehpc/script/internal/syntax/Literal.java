package ehpc.script.internal.syntax;

import ehpc.language.Vocabulary;
import ehpc.language.Word;
import ehpc.language.WordPlace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.syntax.Types;

/** The values that are known before a script runs: literals, sums of literal texts, {@code 10.minutes}, lists of these. */
public final class Literal {

    private Literal() {}

    /** Returns whether it is a word after a number: {@code minutes}, {@code percent}. */
    public static boolean isUnit(String word) {
        return Vocabulary.at(WordPlace.NUMBER, word).isPresent();
    }

    /** Returns the words after any number, for messages. */
    public static String units() {
        return Vocabulary.at(WordPlace.NUMBER).stream()
                .filter(word -> !word.form().startsWith("1."))
                .map(Word::name)
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns the value of an expression, if it is a literal and not null.
     *
     * @throws ehpc.api.InputException if the literal is out of range, such as {@code 120.percent}
     */
    static Optional<Object> value(Expression expression) {
        if (expression instanceof ConstantExpression constant) {
            return Optional.ofNullable(constant.getValue());
        }
        if (expression instanceof UnaryMinusExpression minus) {
            return value(minus.getExpression()).flatMap(Literal::negative);
        }
        if (expression instanceof PropertyExpression property && property.getPropertyAsString() != null) {
            String word = property.getPropertyAsString();
            return isUnit(word)
                    ? value(property.getObjectExpression()).flatMap(number -> after(number, word))
                    : Optional.empty();
        }
        if (expression instanceof ListExpression list) {
            return list(list);
        }
        return expression instanceof BinaryExpression sum ? sum(sum) : Optional.empty();
    }

    /** Returns the value of a number with its unit; empty if a number of that type has no such unit. */
    private static Optional<Object> after(Object number, String unit) {
        try {
            for (Method method : ehpc.dsl.Numbers.class.getMethods()) {
                if (method.getName().equalsIgnoreCase("get" + unit)
                        && method.getParameterTypes()[0].isInstance(number)) {
                    return Optional.of(method.invoke(null, number));
                }
            }
            return Optional.empty();
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns whether it is the literal null. */
    public static boolean isNull(Expression expression) {
        return expression instanceof ConstantExpression constant && constant.isNullExpression();
    }

    /** Returns the text of an expression, if it is a literal. */
    static Optional<String> text(Expression expression) {
        return value(expression).filter(String.class::isInstance).map(String.class::cast);
    }

    private static Optional<Object> negative(Object value) {
        if (value instanceof Duration duration) {
            return Optional.of(duration.negated());
        }
        return value instanceof Integer number ? Optional.of(-number) : Optional.empty();
    }

    private static Optional<Object> list(ListExpression list) {
        List<Object> values = new ArrayList<>();
        for (Expression element : list.getExpressions()) {
            value(element).ifPresent(values::add);
        }
        return values.size() == list.getExpressions().size() ? Optional.of(values) : Optional.empty();
    }

    private static Optional<Object> sum(BinaryExpression sum) {
        if (sum.getOperation().getType() != Types.PLUS) {
            return Optional.empty();
        }
        Optional<String> left = text(sum.getLeftExpression());
        return left.flatMap(l -> text(sum.getRightExpression()).map(r -> l + r));
    }
}
