package ehpc.script.internal.session;

import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.syntax.Types;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/**
 * Finds blocks that assign a value of another type to a variable of the session: a later entry may call the block between two uses of the
 * variable, so that its type is unknown.
 */
final class BlockAssignments extends CodeVisitorSupport {

    private final EntryDeclarations declared;
    private int blocks;

    BlockAssignments(EntryDeclarations declared) {
        this.declared = declared;
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        blocks++;
        super.visitClosureExpression(closure);
        blocks--;
    }

    @Override
    public void visitBinaryExpression(BinaryExpression operation) {
        if (blocks > 0
                && operation.getOperation().getType() == Types.ASSIGN
                && operation.getLeftExpression() instanceof VariableExpression left
                && left.getAccessedVariable() instanceof VariableExpression variable
                && declared.stays(variable)) {
            ClassNode before = variable.getNodeMetaData(StaticTypesMarker.INFERRED_TYPE);
            ClassNode now = operation.getRightExpression().getNodeMetaData(StaticTypesMarker.INFERRED_TYPE);
            if (before == null || now == null || !now.redirect().equals(before.redirect())) {
                declared.open(variable);
            }
        }
        super.visitBinaryExpression(operation);
    }
}
