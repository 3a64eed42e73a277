package ehpc.script.internal.session;

import ehpc.script.internal.diagnostics.ScriptNames;
import ehpc.script.internal.symbols.KnownVariable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.classgen.VariableScopeVisitor;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Token;
import org.codehaus.groovy.syntax.Types;

/**
 * Makes the variables and methods of earlier entries available to an entry, before its types are checked: each earlier variable that a
 * method uses is defined at the beginning of the method, with its known type, and each earlier method that is called is added. For the type
 * checker, the entry is then a complete script. {@link VariableExport} replaces these definitions by the code that runs.
 */
public final class VariableImport extends CompilationCustomizer {

    private static final String BEFORE = "$before";

    private final EntryDeclarations declared;

    public VariableImport(EntryDeclarations declared) {
        super(CompilePhase.CANONICALIZATION);
        this.declared = declared;
    }

    /** Returns the name that a variable of an earlier entry has in the session. */
    static String plain(String name) {
        return name.endsWith(BEFORE) ? name.substring(0, name.length() - BEFORE.length()) : name;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        if (!type.isScript() || !ScriptNames.isFile(source.getName())) {
            return;
        }
        declared.attach(source);
        for (MethodNode method : List.copyOf(type.getMethods())) {
            if (method.isScriptBody()) {
                top(method);
            } else if (method.getLineNumber() > 0 && !method.getName().equals("main")) {
                declared.method(method);
            }
        }
        EarlierMethods.add(type, declared.context());
        Set<String> changing = assignedInMethods(type);
        for (MethodNode method : type.getMethods()) {
            if (!method.isStatic()
                    && method.getCode() != null
                    && (method.isScriptBody() || method.getLineNumber() > 0)) {
                recall(method, changing);
            }
        }
        new VariableScopeVisitor(source).visitClass(type);
    }

    private void top(MethodNode body) {
        List<Statement> statements = statements(body);
        for (Statement statement : statements) {
            List<VariableExpression> defined = defined(statement);
            if (!defined.isEmpty()) {
                declared.variables(statement, defined);
            }
        }
        declared.givesValue(!statements.isEmpty() && isValue(statements.get(statements.size() - 1)));
    }

    static List<Statement> statements(MethodNode method) {
        return method.getCode() instanceof BlockStatement block ? block.getStatements() : List.of(method.getCode());
    }

    private static List<VariableExpression> defined(Statement statement) {
        if (!(statement instanceof ExpressionStatement line)
                || !(line.getExpression() instanceof DeclarationExpression declaration)) {
            return List.of();
        }
        Expression left = declaration.getLeftExpression();
        List<Expression> all = left instanceof TupleExpression several ? several.getExpressions() : List.of(left);
        return all.stream()
                .filter(VariableExpression.class::isInstance)
                .map(VariableExpression.class::cast)
                .toList();
    }

    private static boolean isValue(Statement last) {
        if (last instanceof ReturnStatement) {
            return true;
        }
        return last instanceof ExpressionStatement line
                && !(line.getExpression() instanceof BinaryExpression operation
                        && Types.ofType(operation.getOperation().getType(), Types.ASSIGNMENT_OPERATOR));
    }

    /** Returns the variables that methods assign: after a call, the type of their values is unknown. */
    private Set<String> assignedInMethods(ClassNode script) {
        Set<String> names = new HashSet<>();
        for (MethodNode method : script.getMethods()) {
            if (!method.isScriptBody() && method.getCode() != null) {
                names.addAll(FreeNames.of(method).assigned());
            }
        }
        return names;
    }

    private void recall(MethodNode method, Set<String> changing) {
        boolean top = method.isScriptBody();
        Map<String, KnownVariable> known = declared.context().variables();
        FreeNames free = FreeNames.of(method);
        Set<String> names = new LinkedHashSet<>(free.used());
        names.retainAll(known.keySet());
        Set<String> again = new HashSet<>(top ? declared.last().keySet() : Set.of());
        again.retainAll(names);
        if (!again.isEmpty()) {
            free.rename(again, BEFORE);
        }
        List<Statement> statements = new ArrayList<>();
        for (String name : names) {
            KnownVariable variable = known.get(name);
            boolean open = changing.contains(name) && !variable.typed();
            statements.add(definition(variable, again.contains(name) ? name + BEFORE : name, open, top));
        }
        statements.addAll(statements(method));
        BlockStatement block = new BlockStatement(statements, ((BlockStatement) method.getCode()).getVariableScope());
        block.setSourcePosition(method.getCode());
        method.setCode(block);
    }

    private Statement definition(KnownVariable known, String name, boolean open, boolean top) {
        ClassNode type = open ? ClassHelper.OBJECT_TYPE : known.type().node();
        VariableExpression variable = known.typed() ? new VariableExpression(name, type) : new VariableExpression(name);
        variable.setModifiers(known.fixed() ? Modifier.FINAL : 0);
        Expression value = AstNodes.call("$value");
        known.text().mark(value);
        Expression typed = ClassHelper.isObjectType(type) ? value : new CastExpression(type, value);
        Statement statement = new ExpressionStatement(
                new DeclarationExpression(variable, Token.newSymbol(Types.ASSIGN, -1, -1), typed));
        declared.recalls(statement, variable, top);
        return statement;
    }
}
