package ehpc.script.internal.session;

import ehpc.dsl.EhpcScript;
import ehpc.dsl.EntryScript;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/** Creates the calls by which an entry of a shell accesses the variables and methods of other entries. */
final class AstNodes {

    private static final ClassNode SCRIPT = ClassHelper.make(EhpcScript.class);
    private static final ClassNode ENTRY = ClassHelper.make(EntryScript.class);

    private AstNodes() {}

    /** Returns a call of a method that every entry has; it is resolved, so that it can be inserted after type checking. */
    static MethodCallExpression call(String name, Expression... given) {
        return ofThis(ENTRY, name, given);
    }

    /** Returns a call of a method that every script has. */
    static MethodCallExpression ofScript(String name, Expression... given) {
        return ofThis(SCRIPT, name, given);
    }

    private static MethodCallExpression ofThis(ClassNode type, String name, Expression... given) {
        return bound(
                type,
                new MethodCallExpression(VariableExpression.THIS_EXPRESSION, name, new ArgumentListExpression(given)));
    }

    /** Returns a call of a static method that every entry has. */
    static MethodCallExpression onClass(String name, Expression... given) {
        return onClass(ENTRY, name, given);
    }

    /** Returns a call of a static method that every script has. */
    static MethodCallExpression onScript(String name, Expression... given) {
        return onClass(SCRIPT, name, given);
    }

    private static MethodCallExpression onClass(ClassNode type, String name, Expression... given) {
        return bound(
                type, new MethodCallExpression(new ClassExpression(type), name, new ArgumentListExpression(given)));
    }

    private static MethodCallExpression bound(ClassNode type, MethodCallExpression call) {
        MethodNode target = type.getDeclaredMethods(call.getMethodAsString()).get(0);
        call.setImplicitThis(false);
        call.setMethodTarget(target);
        call.putNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET, target);
        call.putNodeMetaData(StaticTypesMarker.INFERRED_TYPE, target.getReturnType());
        return call;
    }
}
