package ehpc.script.internal.syntax;

import ehpc.script.internal.symbols.KnownText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;

/** Follows a text of a script back to its origin, through variables, methods and parameters, as far as that is certain. */
final class TextOrigin {

    private static final Set<Integer> ADDING =
            Set.of(Types.PLUS, Types.PLUS_EQUAL, Types.LEFT_SHIFT, Types.LEFT_SHIFT_EQUAL);

    /** Methods whose result is built from the text, or the texts, and the arguments. */
    private static final Set<String> JOINING = Set.of(
            "plus",
            "concat",
            "join",
            "format",
            "formatted",
            "sprintf",
            "replace",
            "replaceAll",
            "replaceFirst",
            "append");

    private static final Set<String> BUILDERS = Set.of("StringBuilder", "StringBuffer", "StringWriter");

    private final ClassNode script;
    private final VariableUsage usage;
    private final Set<Object> visited = new HashSet<>();

    TextOrigin(ClassNode script, VariableUsage usage) {
        this.script = script;
        this.usage = usage;
    }

    /** Returns how a text was built from values as plain text; empty if it was not, or if that is unknown. */
    Optional<String> of(Expression text) {
        visited.clear();
        return text instanceof BinaryExpression sum
                        && adds(sum)
                        && Literal.value(sum).isEmpty()
                ? Optional.of(joins(sum.getOperation().getText()))
                : joined(text);
    }

    /** Returns the facts about the text of a variable for later entries of a shell. */
    KnownText left(VariableExpression variable) {
        return new KnownText(of(variable), LiteralText.isOne(variable, usage));
    }

    /** Returns the facts about the texts that a method returns for later entries of a shell. */
    KnownText left(MethodNode method) {
        visited.clear();
        return new KnownText(ownMethod(method.getName()), false);
    }

    private static String joins(String how) {
        return "'" + how + "' joins it from values";
    }

    private static boolean adds(BinaryExpression operation) {
        return ADDING.contains(operation.getOperation().getType());
    }

    private Optional<String> joined(Expression text) {
        Optional<KnownText> earlier = KnownText.of(text);
        if (Literal.value(text).isPresent() || earlier.isPresent()) {
            return earlier.flatMap(KnownText::joined);
        }
        if (text instanceof BinaryExpression sum) {
            return adds(sum) && hasText(sum)
                    ? Optional.of(joins(sum.getOperation().getText()))
                    : Optional.empty();
        }
        if (text instanceof TernaryExpression choice) {
            return joined(choice.getTrueExpression()).or(() -> joined(choice.getFalseExpression()));
        }
        if (text instanceof CastExpression cast) {
            return isString(cast.getType()) ? plain(cast.getExpression(), "as String") : joined(cast.getExpression());
        }
        if (text instanceof VariableExpression variable) {
            return variable(variable);
        }
        return text instanceof MethodCallExpression call ? call(call) : Optional.empty();
    }

    /** Returns whether a sum is one of texts: at least one part is certainly a text. */
    private boolean hasText(Expression part) {
        if (part instanceof BinaryExpression sum && adds(sum)) {
            return hasText(sum.getLeftExpression()) || hasText(sum.getRightExpression());
        }
        return part instanceof GStringExpression
                || Literal.text(part).isPresent()
                || part instanceof VariableExpression variable
                        && usage.assigned(variable).stream()
                                .anyMatch(a -> Literal.text(a).isPresent());
    }

    /** Follows a text that is converted to String: its values, or those of its origin, become plain text. */
    private Optional<String> plain(Expression text, String by) {
        if (text instanceof GStringExpression template) {
            boolean literal = template.getValues().isEmpty();
            return literal ? Optional.empty() : Optional.of(by + " makes its ${...} plain text");
        }
        if (text instanceof VariableExpression variable) {
            for (Expression value : usage.assigned(variable)) {
                Optional<String> how = value instanceof GStringExpression ? plain(value, by) : Optional.empty();
                if (how.isPresent()) {
                    return how;
                }
            }
        }
        return joined(text);
    }

    private Optional<String> variable(VariableExpression variable) {
        Variable declared = variable.getAccessedVariable();
        if (declared == null || !visited.add(declared)) {
            return Optional.empty();
        }
        boolean typed = isString(declared.getOriginType());
        String by = "the type String of '" + variable.getName() + "'";
        List<Expression> values = new ArrayList<>(usage.assigned(variable));
        if (declared instanceof Parameter parameter && typed) {
            values.addAll(given(parameter));
        }
        return first(values, value -> typed ? plain(value, by) : joined(value));
    }

    /** Returns the arguments that the script passes for a parameter of one of its methods. */
    private List<Expression> given(Parameter parameter) {
        for (MethodNode method : script.getMethods()) {
            int index = List.of(method.getParameters()).indexOf(parameter);
            if (index >= 0) {
                return usage.calls(method.getName()).stream()
                        .flatMap(call -> CommandChain.argument(call, index).stream())
                        .toList();
            }
        }
        return List.of();
    }

    private Optional<String> call(MethodCallExpression call) {
        String name = String.valueOf(call.getMethodAsString());
        if (call.isImplicitThis()) {
            boolean filled = CommandChain.arguments(call).stream()
                    .anyMatch(given -> Literal.value(given).isEmpty());
            return name.equals("sprintf") && filled ? Optional.of(joins(name)) : ownMethod(name);
        }
        Expression on = call.getObjectExpression();
        boolean values = CommandChain.arguments(call).stream()
                .anyMatch(given -> Literal.value(given).isEmpty());
        if (JOINING.contains(name) && (values || !isLiteral(on))) {
            return Optional.of(joins(name));
        }
        return isBuilder(on) ? Optional.of(joins(name)) : plain(on, "'" + name + "'");
    }

    /** Returns whether a value is a literal, or a variable with only literals. */
    private boolean isLiteral(Expression value) {
        List<Expression> values =
                value instanceof VariableExpression variable ? usage.assigned(variable) : List.of(value);
        return !values.isEmpty()
                && values.stream().allMatch(v -> Literal.value(v).isPresent());
    }

    private boolean isBuilder(Expression value) {
        return value instanceof VariableExpression variable
                && usage.assigned(variable).stream()
                        .anyMatch(v -> v instanceof ConstructorCallExpression made
                                && BUILDERS.contains(made.getType().getNameWithoutPackage()));
    }

    /** Returns how the texts that a method of the script returns were built. */
    private Optional<String> ownMethod(String name) {
        for (MethodNode method : script.getMethods(name)) {
            if (method.getCode() != null && visited.add(method)) {
                String by = "the return type String of '" + name + "'";
                boolean typed = isString(method.getReturnType());
                Optional<String> how =
                        first(ReturnedValues.by(method), value -> typed ? plain(value, by) : joined(value));
                if (how.isPresent()) {
                    return how;
                }
            }
        }
        return Optional.empty();
    }

    private interface Search {
        Optional<String> at(Expression value);
    }

    private static Optional<String> first(List<Expression> values, Search search) {
        return values.stream().flatMap(value -> search.at(value).stream()).findFirst();
    }

    private static boolean isString(ClassNode type) {
        return type != null && ClassHelper.isStringType(type);
    }
}
