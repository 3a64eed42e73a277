package ehpc.script.internal.typecheck;

import ehpc.api.Catalogue;
import ehpc.api.InputException;
import ehpc.api.NameStyle;
import ehpc.api.Operation;
import ehpc.api.Problem;
import ehpc.dsl.ApiCall;
import ehpc.dsl.ApiDsl;
import ehpc.dsl.ApiItems;
import ehpc.dsl.ApiItemsDsl;
import ehpc.dsl.ApiList;
import ehpc.language.WordScope;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.words.Members;
import ehpc.text.Nearest;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.transform.stc.AbstractTypeCheckingExtension;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingSupport;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/**
 * Checks calls of {@code api} against the catalogue: the operation, its arguments, and the fields of its answer. The catalogue is read only
 * if a script has such a call.
 */
public final class ApiCheck {

    /** Receives the findings. */
    @FunctionalInterface
    interface Report {

        /**
         * @param broken the expression, which is not checked further
         * @param place the position of the message
         */
        void error(Expression broken, Expression place, Finding finding);
    }

    private static final ClassNode API = ClassHelper.make(ApiDsl.class);
    private static final ClassNode ALL = ClassHelper.make(ApiItemsDsl.class);
    private static final ClassNode ITEMS = ClassHelper.make(ApiItems.class);
    private static final ClassNode ITERABLE = ClassHelper.make(Iterable.class);
    /** The edits up to which the name of an operation counts as mistyped. */
    private static final int SLIP = 2;

    private static final String CALL = "call";

    private final AbstractTypeCheckingExtension checker;
    private final Report report;
    private final Supplier<Catalogue> catalogue;

    /** @param catalogue returns the operations, once the source of the script is known */
    ApiCheck(AbstractTypeCheckingExtension checker, Report report, Supplier<Catalogue> catalogue) {
        this.checker = checker;
        this.report = report;
        this.catalogue = catalogue;
    }

    /** Returns the method that replaces a call of an operation; empty for other calls. */
    Optional<List<MethodNode>> call(ClassNode receiver, MethodCallExpression call) {
        if (isApi(receiver)) {
            return Optional.of(List.of(operation(receiver, call)));
        }
        return ShapeNode.in(receiver).flatMap(shape -> fieldCalled(shape, call));
    }

    private Optional<List<MethodNode>> fieldCalled(ShapeNode shape, MethodCallExpression call) {
        String name = call.getMethodAsString();
        if (Members.methods(ShapeNode.RECORD).contains(name)) {
            return Optional.empty();
        }
        Finding finding = shape.field(name).isPresent()
                ? Finding.of(Rule.UNKNOWN_NAME, "'" + name + "' must be written without ()")
                : unknown(shape, name, name + "()");
        report.error(call, call.getMethod(), finding);
        return Optional.of(List.of(checker.makeDynamic(call, ClassHelper.OBJECT_TYPE)));
    }

    private static boolean isApi(ClassNode receiver) {
        return receiver.equals(API) || receiver.equals(ALL);
    }

    private MethodNode operation(ClassNode receiver, MethodCallExpression call) {
        Optional<Operation> operation = known(call.getMethodAsString(), call, call.getMethod());
        if (operation.isEmpty() || receiver.equals(ALL) && isUnpaged(operation.get(), call)) {
            return checker.makeDynamic(call, ClassHelper.OBJECT_TYPE);
        }
        ClassNode answer = receiver.equals(ALL) ? elements(operation.get()) : type(operation.get());
        if (isPositional(call)) {
            return checker.makeDynamic(call, answer);
        }
        call.putNodeMetaData(ApiCheck.class, answer);
        Expression arguments = named(receiver, call, operation.get());
        ConstantExpression name = new ConstantExpression(operation.get().name());
        call.setArguments(new ArgumentListExpression(name, arguments));
        ConstantExpression method = new ConstantExpression(CALL);
        method.setSourcePosition(call.getMethod());
        call.setMethod(method);
        return receiver.getMethods(CALL).get(0);
    }

    /** Reports an operation without pages after {@code api.all}. */
    private boolean isUnpaged(Operation operation, MethodCallExpression call) {
        try {
            ApiList.of(operation);
            return false;
        } catch (InputException e) {
            report.error(call, call.getMethod(), Finding.of(Rule.WRONG_VALUE, e.getMessage()));
            return true;
        }
    }

    private Optional<Operation> known(String name, Expression broken, Expression place) {
        List<String> names = catalogue.get().names();
        Optional<Operation> operation = NameStyle.find(name, names).map(catalogue.get()::operation);
        if (operation.isEmpty()) {
            String message = "unknown operation '" + name + "'";
            List<String> known = NameStyle.SCRIPT.of(names);
            Finding nearest = Finding.unknown(Rule.UNKNOWN_OPERATION, message, name, known);
            Finding finding = Nearest.to(name, known, SLIP).isPresent()
                    ? nearest
                    : OperationHints.of(catalogue.get(), Rule.UNKNOWN_OPERATION, message, name, "")
                            .orElse(nearest);
            report.error(broken, place, finding);
        }
        return operation;
    }

    private static ClassNode type(Operation operation) {
        return ShapeNode.of(NameStyle.SCRIPT.of(operation.name()), operation.response());
    }

    private static ClassNode elements(Operation operation) {
        ApiList list = ApiList.of(operation);
        return ShapeNode.manyOf(ITERABLE, ShapeNode.of(list.place(), list.element()));
    }

    /** Reports a call with an argument without a name; a single map counts as named arguments. */
    private boolean isPositional(MethodCallExpression call) {
        List<Expression> given = arguments(call);
        if (given.isEmpty() || given.size() == 1 && isMap(given.get(0))) {
            return false;
        }
        Expression first = given.stream()
                .filter(argument -> !(argument instanceof MapExpression))
                .findFirst()
                .orElse(given.get(0));
        String message = "parameters must be named, like " + call.getMethodAsString() + "(name: value)";
        report.error(call, first, Finding.of(Rule.WRONG_TYPE, message));
        return true;
    }

    private static List<Expression> arguments(MethodCallExpression call) {
        return call.getArguments() instanceof TupleExpression tuple
                ? tuple.getExpressions()
                : List.of(call.getArguments());
    }

    /** Checks the arguments, and returns them as one map. */
    private Expression named(ClassNode receiver, MethodCallExpression call, Operation operation) {
        List<Expression> given = arguments(call);
        if (!given.isEmpty() && !(given.get(0) instanceof MapExpression)) {
            return given.get(0);
        }
        MapExpression literal = new MapExpression();
        given.forEach(map -> ((MapExpression) map).getMapEntryExpressions().forEach(literal::addMapEntryExpression));
        check(receiver, call, operation, literal);
        checker.storeType(literal, ClassHelper.make(LinkedHashMap.class));
        return literal;
    }

    private boolean isMap(Expression argument) {
        ClassNode type = checker.getType(argument);
        return WordCheck.isUnknown(type)
                || StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(type, ClassHelper.MAP_TYPE);
    }

    private void check(ClassNode receiver, MethodCallExpression call, Operation operation, MapExpression literal) {
        ApiArguments arguments =
                new ApiArguments(literal, checker::getType, (place, finding) -> report.error(call, place, finding));
        boolean inCluster = call.getNodeMetaData(WordScope.class) != WordScope.TOP || isOfCluster(call);
        ApiCall checked = receiver.equals(ALL)
                ? ApiCall.of(ApiList.of(operation), arguments.values(), inCluster)
                : ApiCall.of(operation, arguments.values(), inCluster);
        Map<Expression, List<Problem>> byPlace = new IdentityHashMap<>();
        List<Expression> order = new ArrayList<>();
        for (Problem problem : checked.problems()) {
            Expression place = arguments.at(problem.parameter(), call.getMethod());
            if (!byPlace.containsKey(place)) {
                order.add(place);
            }
            byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(problem);
        }
        order.forEach(place -> report.error(call, place, finding(byPlace.get(place))));
    }

    /** Returns whether the operation follows the {@code api} of a cluster that is a value: {@code c.api.listQueues()}. */
    private boolean isOfCluster(MethodCallExpression call) {
        Expression here = call.getObjectExpression();
        if (here instanceof PropertyExpression all && getsType(all, ALL)) {
            here = all.getObjectExpression();
        }
        return here instanceof PropertyExpression api && getsType(api, API);
    }

    private boolean getsType(PropertyExpression property, ClassNode type) {
        return checker.getType(property).equals(type);
    }

    /** Returns one finding for the problems at one position, at least one, with the rule of the first. */
    private static Finding finding(List<Problem> problems) {
        String message = problems.stream().map(Problem::message).collect(Collectors.joining("; "));
        Optional<String> suggestion = problems.stream()
                .flatMap(problem -> problem.suggestion().stream())
                .findFirst();
        return new Finding(Rule.of(problems.get(0).kind()), message, suggestion);
    }

    /** Sets the type of a call to that of its answer, after each check of the call. */
    void after(MethodCall call) {
        if (call instanceof MethodCallExpression expression) {
            ClassNode type = expression.getNodeMetaData(ApiCheck.class);
            if (type != null) {
                expression.putNodeMetaData(StaticTypesMarker.INFERRED_TYPE, type);
            }
        }
    }

    /** Returns whether an unknown property belongs to an answer, or was reported. */
    boolean property(PropertyExpression property) {
        ClassNode owner = checker.getType(property.getObjectExpression());
        if (isApi(owner)) {
            uncalled(property);
            checker.makeDynamic(property, ClassHelper.OBJECT_TYPE);
            return true;
        }
        Optional<ClassNode> type = field(owner, property);
        type.ifPresent(known -> checker.makeDynamic(property, known));
        return type.isPresent();
    }

    /**
     * Returns the type of a field of a record, or of the field of each record in a list; empty for the property of another value. Elements
     * of unknown type have any property.
     */
    private Optional<ClassNode> field(ClassNode owner, PropertyExpression property) {
        return isRecord(owner)
                ? Optional.of(recordField(owner, property))
                : element(owner)
                        .flatMap(one -> WordCheck.isUnknown(one) ? Optional.of(one) : field(one, property))
                        .map(ShapeNode::listOf);
    }

    private void uncalled(PropertyExpression property) {
        String name = property.getPropertyAsString();
        known(name, property, property.getProperty())
                .ifPresent(operation -> report.error(
                        property,
                        property.getProperty(),
                        Finding.of(Rule.MISSING, "'" + name + "' must be called: " + name + "()")));
    }

    private ClassNode recordField(ClassNode record, PropertyExpression property) {
        String name = property.getPropertyAsString();
        if (isAssigned(property)) {
            String message = "'" + name + "' cannot be set: an answer is read-only";
            report.error(property, property.getProperty(), Finding.of(Rule.WRONG_TYPE, message));
        }
        Optional<ShapeNode> shape = ShapeNode.in(record);
        Optional<ClassNode> type = shape.flatMap(known -> known.field(name));
        if (shape.isPresent() && type.isEmpty() && !isAssigned(property)) {
            report.error(property, property.getProperty(), unknown(shape.get(), name, name));
        }
        return type.orElse(ClassHelper.OBJECT_TYPE);
    }

    /** Returns whether a value is assigned to a property. */
    boolean isAssigned(PropertyExpression property) {
        BinaryExpression around = checker.getEnclosingBinaryExpression();
        return around != null
                && around.getLeftExpression() == property
                && StaticTypeCheckingSupport.isAssignment(around.getOperation().getType());
    }

    private static boolean isRecord(ClassNode type) {
        return type.equals(ShapeNode.RECORD) || ShapeNode.in(type).isPresent();
    }

    /** Returns the element type of a list or array, Object if it is unknown; empty for other types. */
    public static Optional<ClassNode> element(ClassNode type) {
        if (type.isArray()) {
            return Optional.of(type.getComponentType());
        }
        if (type.equals(ITEMS)) {
            return Optional.of(ShapeNode.RECORD);
        }
        GenericsType[] generic = type.redirect().getGenericsTypes();
        boolean one = generic != null
                && generic.length == 1
                && StaticTypeCheckingSupport.implementsInterfaceOrIsSubclassOf(type, ITERABLE);
        return one ? Optional.of(bound(type.getGenericsTypes())) : Optional.empty();
    }

    private static ClassNode bound(GenericsType[] given) {
        if (given == null || given.length != 1 || given[0].isPlaceholder()) {
            return ClassHelper.OBJECT_TYPE;
        }
        ClassNode[] bounds = given[0].getUpperBounds();
        if (given[0].isWildcard()) {
            return bounds == null ? ClassHelper.OBJECT_TYPE : bounds[0];
        }
        return given[0].getType();
    }

    private static Finding unknown(ShapeNode shape, String name, String shown) {
        String message = "unknown name '" + shown + "' on " + shape.place();
        return Finding.unknownOf(Rule.UNKNOWN_NAME, message, name, shape.names());
    }
}
