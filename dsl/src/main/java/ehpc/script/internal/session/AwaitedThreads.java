package ehpc.script.internal.session;

import ehpc.dsl.EhpcScript;
import ehpc.dsl.ScriptThread;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.control.SourceUnit;

/**
 * Passes the context of the starting block to the threads of a script, after its types have been checked: {@code Thread.start} and
 * {@code new Thread} create a {@link ScriptThread}, and the blocks of a parallel stream are carried ({@link EhpcScript#$carry}).
 */
final class AwaitedThreads extends ClassCodeVisitorSupport {

    private static final Set<String> STREAMS = Set.of("parallelStream", "parallel");
    private static final ClassNode THREAD = ClassHelper.make(Thread.class);
    private static final ClassNode OWN_THREAD = ClassHelper.make(ScriptThread.class);

    private final SourceUnit unit;

    private AwaitedThreads(SourceUnit unit) {
        this.unit = unit;
    }

    /** Changes a script; classes that a script defines have no words. */
    static void prepare(SourceUnit source, ClassNode type) {
        if (type.isScript()) {
            new AwaitedThreads(source).visitClass(type);
        }
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    @Override
    public void visitConstructorCallExpression(ConstructorCallExpression call) {
        super.visitConstructorCallExpression(call);
        if (call.getType().equals(THREAD)) {
            call.setType(OWN_THREAD);
        }
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        super.visitMethodCallExpression(call);
        Expression on = call.getObjectExpression();
        if (on instanceof ClassExpression type
                && type.getType().equals(THREAD)
                && "start".equals(call.getMethodAsString())) {
            ClassExpression own = new ClassExpression(OWN_THREAD);
            own.setSourcePosition(on);
            call.setObjectExpression(own);
        }
        if (isParallel(on) && call.getArguments() instanceof ArgumentListExpression given) {
            given.getExpressions().replaceAll(argument -> AstNodes.ofScript("$carry", argument));
        }
    }

    /** Returns whether a value is a stream that Java processes with several threads. */
    private static boolean isParallel(Expression value) {
        return value instanceof MethodCallExpression call
                && !call.isImplicitThis()
                && (STREAMS.contains(call.getMethodAsString()) || isParallel(call.getObjectExpression()));
    }
}
