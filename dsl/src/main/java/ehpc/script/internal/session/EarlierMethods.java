package ehpc.script.internal.session;

import ehpc.script.internal.symbols.KnownMethod;
import ehpc.script.internal.symbols.KnownType;
import ehpc.script.internal.symbols.SymbolTable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ArrayExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Adds the methods of earlier entries that an entry calls: each calls the latest definition at run time. */
public final class EarlierMethods extends CodeVisitorSupport {

    private final Set<String> called = new HashSet<>();

    private EarlierMethods() {}

    static void add(ClassNode script, SymbolTable context) {
        if (context.methods().isEmpty()) {
            return;
        }
        EarlierMethods names = new EarlierMethods();
        Set<String> own = new HashSet<>();
        for (MethodNode method : script.getMethods()) {
            if (method.getCode() != null) {
                method.getCode().visit(names);
            }
            own.addAll(KnownMethod.keys(method));
        }
        for (KnownMethod method : context.methods()) {
            if (names.called.contains(method.name()) && !own.contains(method.key())) {
                script.addMethod(standIn(method));
            }
        }
    }

    /** Returns whether a method represents one of an earlier entry. */
    public static boolean isOne(MethodNode method) {
        return method.getNodeMetaData(KnownMethod.class) != null;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        boolean own = call.isImplicitThis()
                || call.getObjectExpression() instanceof VariableExpression on && on.isThisExpression();
        if (own && call.getMethodAsString() != null) {
            called.add(call.getMethodAsString());
        }
        super.visitMethodCallExpression(call);
    }

    @Override
    public void visitMethodPointerExpression(MethodPointerExpression pointer) {
        called.add(pointer.getMethodName().getText());
        super.visitMethodPointerExpression(pointer);
    }

    private static MethodNode standIn(KnownMethod method) {
        List<Parameter> parameters = new ArrayList<>();
        List<Expression> given = new ArrayList<>();
        for (KnownType type : method.parameters()) {
            Parameter parameter = new Parameter(type.node(), "given" + parameters.size());
            parameters.add(parameter);
            given.add(new VariableExpression(parameter));
        }
        int modifiers = Modifier.PUBLIC | (method.fixed() ? Modifier.STATIC : 0);
        ClassNode type = method.type().node();
        MethodNode made = new MethodNode(
                method.name(),
                modifiers,
                type,
                parameters.toArray(Parameter[]::new),
                ClassNode.EMPTY_ARRAY,
                body(method, given, type));
        made.putNodeMetaData(KnownMethod.class, method);
        return made;
    }

    private static Statement body(KnownMethod method, List<Expression> given, ClassNode type) {
        Expression call = method.fixed()
                ? new MethodCallExpression(
                        new ClassExpression(ClassHelper.make(method.owner())),
                        method.name(),
                        new ArgumentListExpression(given))
                : latest(method.key(), given);
        method.text().mark(call);
        return answer(call, type);
    }

    /** Returns a call of the latest definition of a method. */
    static Expression latest(String key, List<Expression> given) {
        return AstNodes.call("$call", new ConstantExpression(key), new ArrayExpression(ClassHelper.OBJECT_TYPE, given));
    }

    /** Returns a statement that returns the value of a call, as a method of this type does. */
    static Statement answer(Expression call, ClassNode type) {
        if (ClassHelper.isPrimitiveVoid(type)) {
            return new ExpressionStatement(call);
        }
        return new ReturnStatement(ClassHelper.isObjectType(type) ? call : new CastExpression(type, call));
    }
}
