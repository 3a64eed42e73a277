package ehpc.script.internal.syntax;

import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.Variable;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/**
 * Finds the variables that blocks change outside of themselves, if they run later: the cluster blocks in {@code parallel}, and stored
 * blocks. A branch sees every variable with its value at the start of the block, except for variables that branches change: these are
 * shared, and each statement that changes one runs in one branch at a time.
 */
final class SharedVariables extends ClassCodeVisitorSupport {

    /** Methods that change a list, a map, a set or a text builder. */
    private static final Set<String> CHANGING = Set.of(
            "add",
            "addAll",
            "append",
            "clear",
            "leftShift",
            "merge",
            "offer",
            "poll",
            "pop",
            "push",
            "put",
            "putAll",
            "putAt",
            "putIfAbsent",
            "remove",
            "removeAll",
            "removeIf",
            "retainAll",
            "set");

    private final SourceUnit unit;
    private final ClassNode script;
    private final Findings findings;
    private final Map<Variable, Integer> depths = new IdentityHashMap<>();
    private final Map<Variable, Expression> first = new IdentityHashMap<>();
    private final Set<ClosureExpression> later = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<ClosureExpression> branches = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Statement> changing = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Expression> shared = new LinkedHashMap<>();
    private final Set<String> aroundBranches = new HashSet<>();
    private final Deque<Boolean> around = new ArrayDeque<>();
    private Statement statement;
    private int parallels;
    private boolean ownMethod;
    private boolean parallel;

    private SharedVariables(SourceUnit unit, ClassNode script, Findings findings) {
        this.unit = unit;
        this.script = script;
        this.findings = findings;
    }

    /** Returns the variables that the branches of a script share. */
    static SharedVariables of(SourceUnit unit, ClassNode script, Findings findings) {
        SharedVariables variables = new SharedVariables(unit, script, findings);
        script.getMethods().forEach(variables::visitMethod);
        variables.conflicts();
        return variables;
    }

    /** Returns whether there is a {@code parallel} in the text. */
    boolean isParallel() {
        return parallel;
    }

    /** Returns the variables that later blocks change, but do not define. */
    Set<String> names() {
        return new TreeSet<>(shared.keySet());
    }

    /** Returns the statements that change variables outside of their block. */
    Set<Statement> changing() {
        return changing;
    }

    private void conflicts() {
        shared.forEach((name, place) -> {
            if (aroundBranches.contains(name)) {
                findings.add(
                        place,
                        Finding.of(
                                Rule.PLACE,
                                "'" + name
                                        + "' must not be changed here: parallel changes it outside of the block, which"
                                        + " runs later; use a variable of the block: def mine = " + name));
            }
        });
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public void visitMethod(MethodNode method) {
        ownMethod = !method.isScriptBody();
        declare(method.getParameters());
        super.visitMethod(method);
    }

    private void declare(Parameter... parameters) {
        for (Parameter parameter : parameters) {
            depths.put(parameter, around.size());
        }
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement line) {
        Statement before = statement;
        statement = line.getExpression() instanceof DeclarationExpression ? null : line;
        super.visitExpressionStatement(line);
        statement = before;
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        for (Parameter variable : new Parameter[] {loop.getIndexVariable(), loop.getValueVariable()}) {
            if (variable != null && variable != ForStatement.FOR_LOOP_DUMMY) {
                declare(variable);
                changedAround(variable.getName());
            }
        }
        super.visitForLoop(loop);
    }

    private void changedAround(String name) {
        if (parallels > 0 && around.isEmpty()) {
            aroundBranches.add(name);
        }
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        TupleExpression several =
                declaration.isMultipleAssignmentDeclaration() ? declaration.getTupleExpression() : null;
        if (several == null) {
            depths.put(declaration.getVariableExpression(), around.size());
            first.put(declaration.getVariableExpression(), declaration.getRightExpression());
        } else {
            several.getExpressions().forEach(one -> depths.put((Variable) one, around.size()));
        }
        kept(declaration.getRightExpression());
        declaration.getRightExpression().visit(this);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression operation) {
        int type = operation.getOperation().getType();
        if (Types.ofType(type, Types.ASSIGNMENT_OPERATOR)) {
            kept(operation.getRightExpression());
            changed(operation.getLeftExpression(), true);
        } else if (type == Types.LEFT_SHIFT) {
            changed(operation.getLeftExpression(), false);
        }
        super.visitBinaryExpression(operation);
    }

    @Override
    public void visitPrefixExpression(PrefixExpression expression) {
        changed(expression.getExpression(), true);
        super.visitPrefixExpression(expression);
    }

    @Override
    public void visitPostfixExpression(PostfixExpression expression) {
        changed(expression.getExpression(), true);
        super.visitPostfixExpression(expression);
    }

    @Override
    public void visitListExpression(ListExpression list) {
        list.getExpressions().forEach(this::kept);
        super.visitListExpression(list);
    }

    @Override
    public void visitMapEntryExpression(MapEntryExpression entry) {
        kept(entry.getValueExpression());
        super.visitMapEntryExpression(entry);
    }

    private void kept(Expression value) {
        if (value instanceof ClosureExpression closure) {
            later.add(closure);
        }
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        String name = String.valueOf(call.getMethodAsString());
        if (call.isImplicitThis() && name.equals("cluster") && (parallels > 0 || ownMethod || !around.isEmpty())) {
            CommandChain.arguments(call).stream()
                    .filter(ClosureExpression.class::isInstance)
                    .forEach(block -> branches.add((ClosureExpression) block));
        }
        if (!call.isImplicitThis() && CHANGING.contains(name)) {
            changed(call.getObjectExpression(), false);
        }
        int inside = call.isImplicitThis() && name.equals("parallel") ? 1 : 0;
        parallel |= inside > 0;
        parallels += inside;
        super.visitMethodCallExpression(call);
        parallels -= inside;
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        Statement before = statement;
        statement = null;
        boolean runsLater = later.contains(closure) || branches.contains(closure);
        if (runsLater) {
            around.push(branches.contains(closure));
        }
        if (closure.getParameters() != null) {
            declare(closure.getParameters());
        }
        super.visitClosureExpression(closure);
        if (runsLater) {
            around.pop();
        }
        statement = before;
    }

    /**
     * Records a change.
     *
     * @param assigned whether the target is assigned; otherwise the content of its value is changed
     */
    private void changed(Expression target, boolean assigned) {
        if (target instanceof TupleExpression several) {
            several.getExpressions().forEach(one -> changed(one, assigned));
            return;
        }
        Expression root = root(target);
        if (!(root instanceof VariableExpression variable) || variable.isThisExpression()) {
            return;
        }
        Variable accessed = variable.getAccessedVariable();
        boolean alone = assigned && root == target;
        boolean field = accessed instanceof FieldNode || script.getDeclaredField(variable.getName()) != null;
        if (!field && around.size() <= depths.getOrDefault(accessed, Integer.MAX_VALUE)) {
            if (alone) {
                changedAround(variable.getName());
            }
            return;
        }
        if (field && around.isEmpty() && !ownMethod) {
            return;
        }
        if (alone && !field) {
            shared.putIfAbsent(variable.getName(), variable);
        }
        if (statement != null) {
            changing.add(statement);
        } else if (Boolean.TRUE.equals(around.peek()) && (alone || isLiteral(accessed))) {
            findings.add(
                    variable,
                    Finding.of(
                            Rule.PLACE,
                            "'" + variable.getName()
                                    + "' must be changed in a separate statement here, as branches of parallel"
                                    + " share it"));
        }
    }

    private boolean isLiteral(Variable variable) {
        Expression value = first.get(variable);
        return value instanceof ListExpression || value instanceof MapExpression;
    }

    private static Expression root(Expression target) {
        Expression here = target;
        while (true) {
            if (here instanceof BinaryExpression part
                    && (part.getOperation().getType() == Types.LEFT_SQUARE_BRACKET
                            || part.getOperation().getType() == Types.LEFT_SHIFT)) {
                here = part.getLeftExpression();
            } else if (here instanceof PropertyExpression property) {
                here = property.getObjectExpression();
            } else if (here instanceof MethodCallExpression call && !call.isImplicitThis()) {
                here = call.getObjectExpression();
            } else {
                return here;
            }
        }
    }
}
