package ehpc.script.internal.typecheck;

import ehpc.script.Rule;
import ehpc.script.internal.diagnostics.Finding;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ForStatement;

/** The variables that a method defines, with their lines, for the findings on unknown names. */
final class Variables extends CodeVisitorSupport {

    private final Map<String, Integer> lines = new TreeMap<>();

    private Variables() {}

    /** Returns the variables of a method, its parameters and its blocks; none without a method. */
    static Variables of(MethodNode method) {
        Variables variables = new Variables();
        if (method != null && method.getCode() != null) {
            variables.parameters(method.getParameters());
            method.getCode().visit(variables);
        }
        return variables;
    }

    Set<String> names() {
        return lines.keySet();
    }

    /** Returns the finding for a name that is defined, but not visible where it is used. */
    Optional<Finding> elsewhere(VariableExpression used) {
        Integer line = lines.get(used.getName());
        if (line == null) {
            return Optional.empty();
        }
        String how = line > used.getLineNumber()
                ? "before it is used, is defined in line " + line
                : "before the block, is defined inside it (line " + line + ")";
        return Optional.of(Finding.of(Rule.UNKNOWN_WORD, "'" + used.getName() + "' must be defined " + how));
    }

    /** Returns the finding for a variable of the script that one of its methods or classes uses. */
    Optional<Finding> ofScript(String name) {
        return Optional.ofNullable(lines.get(name))
                .map(line -> Finding.of(
                        Rule.UNKNOWN_WORD,
                        "'" + name + "' must be passed to the method: variables of the script (line " + line
                                + ") are not visible in its methods"));
    }

    /**
     * Returns the finding for a variable that is called, but has the name of a word.
     *
     * @param ofEntry whether an earlier entry of a shell defined the variable
     */
    Finding hiding(String name, boolean ofEntry) {
        String where =
                lines.containsKey(name) ? " (line " + lines.get(name) + ")" : ofEntry ? " (of an earlier entry)" : "";
        return Finding.of(
                Rule.WRONG_TYPE, "variable '" + name + "'" + where + " must have another name: it hides the word");
    }

    private void parameters(Parameter[] parameters) {
        for (Parameter parameter : parameters) {
            add(parameter.getName(), parameter);
        }
    }

    private void add(String name, ASTNode place) {
        if (place.getLineNumber() > 0) {
            lines.putIfAbsent(name, place.getLineNumber());
        }
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        Expression left = declaration.getLeftExpression();
        if (left instanceof TupleExpression several) {
            several.getExpressions().forEach(one -> add(((VariableExpression) one).getName(), one));
        } else if (left instanceof VariableExpression one) {
            add(one.getName(), one);
        }
        super.visitDeclarationExpression(declaration);
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        if (closure.isParameterSpecified()) {
            parameters(closure.getParameters());
        }
        super.visitClosureExpression(closure);
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        if (loop.getValueVariable() != null) {
            add(loop.getValueVariable().getName(), loop.getValueVariable());
        }
        super.visitForLoop(loop);
    }
}
