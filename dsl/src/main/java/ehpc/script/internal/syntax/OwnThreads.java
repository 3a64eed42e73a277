package ehpc.script.internal.syntax;

import ehpc.language.Vocabulary;
import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import ehpc.script.internal.diagnostics.Findings;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;

/**
 * Reports words that call the service in threads that no block waits for, such as those of a pool, as far as the text shows; others are
 * refused at run time. {@link ehpc.script.internal.session.AwaitedThreads} prepares the threads that are waited for.
 */
final class OwnThreads extends ClassCodeVisitorSupport {

    private static final String DAEMON = "startDaemon";
    private static final Set<String> ASYNCHRONOUS = Set.of(
            "runAsync",
            "supplyAsync",
            "thenRunAsync",
            "thenApplyAsync",
            "thenAcceptAsync",
            "handleAsync",
            "whenCompleteAsync");
    private static final Set<String> POOLED = Set.of(
            "submit", "execute", "invokeAll", "invokeAny", "schedule", "scheduleAtFixedRate", "scheduleWithFixedDelay");

    private final SourceUnit unit;
    private final VariableUsage usage;
    private final Findings findings;
    private int threads;

    OwnThreads(SourceUnit unit, VariableUsage usage, Findings findings) {
        this.unit = unit;
        this.usage = usage;
        this.findings = findings;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        if (call.isImplicitThis()) {
            word(Vocabulary.word(String.valueOf(call.getMethodAsString())), call);
        }
        call.getObjectExpression().visit(this);
        inside(isStart(call), () -> call.getArguments().visit(this));
    }

    private void inside(boolean thread, Runnable visit) {
        threads += thread ? 1 : 0;
        visit.run();
        threads -= thread ? 1 : 0;
    }

    private boolean isStart(MethodCallExpression call) {
        String name = String.valueOf(call.getMethodAsString());
        Expression on = call.getObjectExpression();
        return !call.isImplicitThis()
                && (ASYNCHRONOUS.contains(name)
                        || DAEMON.equals(name) && on.getText().endsWith("Thread")
                        || POOLED.contains(name) && isPool(on));
    }

    private boolean isPool(Expression value) {
        return value.getText().contains("Executor")
                || value instanceof VariableExpression variable
                        && (variable.getOriginType().getName().contains("Executor")
                                || usage.assigned(variable).stream()
                                        .anyMatch(given ->
                                                given.getText().matches("(?s).*(Executor|ForkJoinPool|Timer).*")));
    }

    @Override
    public void visitPropertyExpression(PropertyExpression property) {
        property.getObjectExpression().visit(this);
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        if (variable.getAccessedVariable() instanceof DynamicVariable) {
            word(variable.getName(), variable);
        }
    }

    private void word(String word, ASTNode place) {
        if (threads > 0 && (PlacementCheck.isClusterWord(word) || PlacementCheck.isAsking(word))) {
            findings.add(
                    place,
                    Finding.of(
                            Rule.PLACE,
                            "'" + word
                                    + "' is not allowed in a thread that the script starts, as its result would be"
                                    + " lost; use parallel { }"));
        }
    }
}
