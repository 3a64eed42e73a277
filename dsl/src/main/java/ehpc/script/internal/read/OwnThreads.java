package ehpc.script.internal.read;

import ehpc.dsl.ScriptThread;
import ehpc.language.Vocabulary;
import ehpc.script.Rule;
import ehpc.script.internal.entry.CarriedBlocks;
import ehpc.script.internal.source.Finding;
import ehpc.script.internal.source.Findings;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;

/**
 * Prepares the threads of a script's own for words that ask the service: {@code Thread.start} and {@code new Thread} create a
 * {@link ScriptThread}, the blocks of parallel streams are carried. In other threads, such as those of a pool, the words are errors, as far
 * as the text tells; the others are refused as it runs.
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
    private static final Set<String> STREAMS = Set.of("parallelStream", "parallel");
    private static final ClassNode THREAD = ClassHelper.make(Thread.class);
    private static final ClassNode OWN_THREAD = ClassHelper.make(ScriptThread.class);

    private final SourceUnit unit;
    private final Usage usage;
    private final Findings findings;
    private int threads;

    OwnThreads(SourceUnit unit, Usage usage, Findings findings) {
        this.unit = unit;
        this.usage = usage;
        this.findings = findings;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public void visitConstructorCallExpression(ConstructorCallExpression call) {
        if (call.getType().equals(THREAD)) {
            call.setType(OWN_THREAD);
        }
        super.visitConstructorCallExpression(call);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        if (call.isImplicitThis()) {
            word(Vocabulary.word(String.valueOf(call.getMethodAsString())), call);
        }
        call.getObjectExpression().visit(this);
        if (isParallel(call.getObjectExpression())) {
            CarriedBlocks.mark(call);
        }
        if (isThread(call.getObjectExpression()) && "start".equals(call.getMethodAsString())) {
            ClassExpression own = new ClassExpression(OWN_THREAD);
            own.setSourcePosition(call.getObjectExpression());
            call.setObjectExpression(own);
        }
        inside(isStart(call), () -> call.getArguments().visit(this));
    }

    private static boolean isThread(Expression value) {
        return value instanceof ClassExpression type && type.getType().equals(THREAD);
    }

    private void inside(boolean thread, Runnable looking) {
        threads += thread ? 1 : 0;
        looking.run();
        threads -= thread ? 1 : 0;
    }

    private boolean isStart(MethodCallExpression call) {
        String name = String.valueOf(call.getMethodAsString());
        Expression on = call.getObjectExpression();
        return !call.isImplicitThis()
                && (ASYNCHRONOUS.contains(name)
                        || DAEMON.equals(name) && isThread(on)
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

    /** Returns whether it is a stream that Java works on with several threads. */
    private static boolean isParallel(Expression value) {
        Expression here = value;
        while (here instanceof MethodCallExpression call && !call.isImplicitThis()) {
            if (STREAMS.contains(call.getMethodAsString())) {
                return true;
            }
            here = call.getObjectExpression();
        }
        return false;
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
        if (threads > 0 && (Places.isClusterWord(word) || Places.isAsking(word))) {
            findings.add(
                    place,
                    Finding.of(
                            Rule.PLACE,
                            "'" + word
                                    + "' must not be said in a thread of the script's own, whose results nobody would see;"
                                    + " use parallel { }"));
        }
    }
}
