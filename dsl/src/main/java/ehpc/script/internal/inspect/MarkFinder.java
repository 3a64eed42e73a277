package ehpc.script.internal.inspect;

import static org.codehaus.groovy.syntax.Types.BITWISE_AND;
import static org.codehaus.groovy.syntax.Types.BITWISE_OR;
import static org.codehaus.groovy.syntax.Types.BITWISE_XOR;
import static org.codehaus.groovy.syntax.Types.COMPARE_EQUAL;
import static org.codehaus.groovy.syntax.Types.COMPARE_NOT_EQUAL;
import static org.codehaus.groovy.syntax.Types.LEFT_SQUARE_BRACKET;
import static org.codehaus.groovy.syntax.Types.MINUS;
import static org.codehaus.groovy.syntax.Types.PLUS;

import ehpc.language.WordScope;
import ehpc.script.Inspection;
import ehpc.script.internal.typecheck.ApiCheck;
import ehpc.script.internal.typecheck.WordCheck;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GenericsType;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.tools.GenericsUtils;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/** Visits a checked text up to the mark, and records the context there. */
public final class MarkFinder extends ClassCodeVisitorSupport {

    /** Methods whose block has their receiver as its delegate. */
    private static final Set<String> OTHERS_BLOCKS = Set.of("with", "tap");

    private static final ClassNode ITERABLE = ClassHelper.make(Iterable.class);

    private final Deque<Map<String, ClassNode>> scopes = new ArrayDeque<>();
    private final Deque<ClassNode> delegates = new ArrayDeque<>();
    /** The types of the values related to the visited one, the nearest first. */
    private Deque<ClassNode> partners = new ArrayDeque<>();

    private Mark found;

    /**
     * The context of the mark.
     *
     * @param receiver the type of the value before it; empty without a receiver
     * @param itself whether the receiver is a class itself, not a value of it
     * @param partners the types of the related values, the nearest first
     * @param variables the visible variables, the innermost first
     * @param delegates the delegates of enclosing blocks, the innermost first
     * @param place the scope of a word there; empty in a class of the script
     */
    public record Mark(
            Optional<ClassNode> receiver,
            boolean itself,
            List<ClassNode> partners,
            Map<String, ClassNode> variables,
            List<ClassNode> delegates,
            Optional<WordScope> place) {}

    private MarkFinder() {}

    public static Optional<Mark> find(ModuleNode module) {
        MarkFinder finder = new MarkFinder();
        for (ClassNode type : new ArrayList<>(module.getClasses())) {
            finder.scopes.clear();
            finder.visitClass(type);
        }
        return Optional.ofNullable(finder.found);
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return null;
    }

    @Override
    public void visitMethod(MethodNode method) {
        inScope(() -> {
            define(method.getParameters());
            super.visitMethod(method);
        });
    }

    @Override
    public void visitBlockStatement(BlockStatement block) {
        inScope(() -> super.visitBlockStatement(block));
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        declaration.getRightExpression().visit(this);
        Expression left = declaration.getLeftExpression();
        List<Expression> ones = left instanceof TupleExpression several ? several.getExpressions() : List.of(left);
        ones.stream().filter(VariableExpression.class::isInstance).forEach(one -> define((VariableExpression) one));
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        inScope(() -> {
            if (loop.getValueVariable() != null) {
                loop.getCollectionExpression().visit(this);
                define(loop.getValueVariable().getName(), loopType(loop));
            }
            super.visitForLoop(loop);
        });
    }

    private static ClassNode loopType(ForStatement loop) {
        ClassNode declared = loop.getValueVariable().getType();
        return ClassHelper.isDynamicTyped(declared) || ClassHelper.isObjectType(declared)
                ? ApiCheck.element(type(loop.getCollectionExpression())).orElse(ClassHelper.OBJECT_TYPE)
                : declared;
    }

    @Override
    public void visitCatchStatement(CatchStatement statement) {
        inScope(() -> {
            define(statement.getVariable());
            super.visitCatchStatement(statement);
        });
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        with(
                List.of(),
                () -> inScope(() -> {
                    parameters(closure);
                    super.visitClosureExpression(closure);
                }));
    }

    /** Visits an expression that is related to other values than its surroundings. */
    private void with(List<ClassNode> others, Runnable inside) {
        Deque<ClassNode> outer = partners;
        partners = new ArrayDeque<>(others);
        inside.run();
        partners = outer;
    }

    @Override
    public void visitBinaryExpression(BinaryExpression binary) {
        Expression left = binary.getLeftExpression();
        Expression right = binary.getRightExpression();
        left.visit(this);
        switch (binary.getOperation().getType()) {
            case PLUS, MINUS, BITWISE_AND, BITWISE_OR, BITWISE_XOR -> with(operands(left), () -> right.visit(this));
            case COMPARE_EQUAL, COMPARE_NOT_EQUAL ->
                with(
                        left instanceof PropertyExpression property
                                ? List.of(type(property.getObjectExpression()))
                                : List.of(),
                        () -> right.visit(this));
            case LEFT_SQUARE_BRACKET -> with(List.of(type(left)), () -> right.visit(this));
            default -> right.visit(this);
        }
    }

    /** Returns the types of the left operand of an operator, of its parts, and of the operands before them. */
    private List<ClassNode> operands(Expression left) {
        List<ClassNode> operands = new ArrayList<>();
        Expression part = left;
        operands.add(type(part));
        while (part instanceof BinaryExpression binary && !(part instanceof DeclarationExpression)) {
            part = binary.getLeftExpression();
            operands.add(type(part));
        }
        operands.addAll(partners);
        return operands;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        boolean other = !call.isImplicitThis() && OTHERS_BLOCKS.contains(String.valueOf(call.getMethodAsString()));
        call.getObjectExpression().visit(this);
        call.getMethod().visit(this);
        if (other) {
            delegates.push(type(call.getObjectExpression()));
        }
        with(
                List.of(type(call.getObjectExpression())),
                () -> call.getArguments().visit(this));
        if (other) {
            delegates.pop();
        }
    }

    private void parameters(ClosureExpression closure) {
        ClassNode[] given = closure.getNodeMetaData(StaticTypesMarker.CLOSURE_ARGUMENTS);
        if (closure.isParameterSpecified()) {
            Parameter[] parameters = closure.getParameters();
            for (int i = 0; i < parameters.length; i++) {
                boolean inferred = parameters[i].isDynamicTyped() && given != null && i < given.length;
                define(parameters[i].getName(), inferred ? given[i] : parameters[i].getType());
            }
        } else if (closure.getVariableScope() != null
                && closure.getVariableScope().getDeclaredVariable("it") != null) {
            define("it", given != null && given.length == 1 ? given[0] : ClassHelper.OBJECT_TYPE);
        }
    }

    private void inScope(Runnable inside) {
        scopes.push(new LinkedHashMap<>());
        inside.run();
        scopes.pop();
    }

    private void define(Parameter... parameters) {
        for (Parameter parameter : parameters) {
            define(parameter.getName(), parameter.getType());
        }
    }

    private void define(VariableExpression variable) {
        define(variable.getName(), type(variable));
    }

    private void define(String name, ClassNode type) {
        if (!scopes.isEmpty()) {
            scopes.peek().put(name, type);
        }
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        if (variable.getName().equals(Inspection.MARK)) {
            found(Optional.empty(), false, Optional.ofNullable(variable.getNodeMetaData(WordScope.class)));
        }
    }

    @Override
    public void visitPropertyExpression(PropertyExpression property) {
        super.visitPropertyExpression(property);
        if (Inspection.MARK.equals(property.getPropertyAsString())) {
            ClassNode type = MarkCheck.noted(property).orElseGet(() -> type(property.getObjectExpression()));
            after(property.isSpreadSafe() ? element(type) : type);
        }
    }

    @Override
    public void visitMethodPointerExpression(MethodPointerExpression pointer) {
        super.visitMethodPointerExpression(pointer);
        if (Inspection.MARK.equals(pointer.getMethodName().getText())) {
            after(type(pointer.getExpression()));
        }
    }

    private static ClassNode element(ClassNode type) {
        GenericsType[] of = type.isGenericsPlaceHolder() ? null : iterable(type).getGenericsTypes();
        return ApiCheck.element(type)
                .or(() -> of == null ? Optional.empty() : Optional.of(of[0].getType()))
                .orElse(ClassHelper.OBJECT_TYPE);
    }

    private static ClassNode iterable(ClassNode type) {
        return type.implementsInterface(ITERABLE)
                ? GenericsUtils.parameterizeType(type, ITERABLE)
                : ClassHelper.OBJECT_TYPE;
    }

    private void after(ClassNode type) {
        ClassNode on = WordCheck.classItself(type);
        found(Optional.of(on), on != type, Optional.empty());
    }

    private void found(Optional<ClassNode> receiver, boolean itself, Optional<WordScope> place) {
        if (found == null) {
            Map<String, ClassNode> variables = new LinkedHashMap<>();
            scopes.forEach(scope -> scope.forEach(variables::putIfAbsent));
            found = new Mark(receiver, itself, List.copyOf(partners), variables, new ArrayList<>(delegates), place);
        }
    }

    /** Returns the type of an expression that the checker inferred. */
    private static ClassNode type(Expression expression) {
        ClassNode inferred = expression.getNodeMetaData(StaticTypesMarker.INFERRED_TYPE);
        if (inferred == null && expression instanceof VariableExpression variable) {
            Variable accessed = variable.getAccessedVariable();
            inferred = accessed instanceof VariableExpression other && other != variable
                    ? type(other)
                    : variable.getType();
        }
        return inferred == null ? expression.getType() : inferred;
    }
}
