package ehpc.script.internal.session;

import groovyjarjarasm.asm.Opcodes;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.GroovyCodeVisitor;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.AsmClassGenerator;
import org.codehaus.groovy.classgen.asm.BytecodeVariable;
import org.codehaus.groovy.classgen.asm.WriterController;

/**
 * Defines a variable of an earlier entry. Generated code accesses variables that blocks share through a reference; this one uses the
 * reference of the session, so that all entries see the same value.
 */
final class ImportedVariable extends Statement {

    private final VariableExpression variable;

    ImportedVariable(VariableExpression variable) {
        this.variable = variable;
        variable.setClosureSharedVariable(true);
    }

    @Override
    public void visit(GroovyCodeVisitor visitor) {
        if (!(visitor instanceof AsmClassGenerator generator)) {
            return;
        }
        WriterController controller = generator.getController();
        BytecodeVariable defined = controller
                .getCompileStack()
                .defineVariable(
                        variable, controller.getTypeChooser().resolveType(variable, controller.getClassNode()), false);
        ConstantExpression name = new ConstantExpression(VariableImport.plain(variable.getName()));
        AstNodes.call("$place", name).visit(generator);
        controller.getOperandStack().doGroovyCast(ClassHelper.REFERENCE_TYPE);
        controller.getMethodVisitor().visitVarInsn(Opcodes.ASTORE, defined.getIndex());
        controller.getOperandStack().remove(1);
    }
}
